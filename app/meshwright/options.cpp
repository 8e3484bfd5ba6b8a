// SPDX-License-Identifier: Apache-2.0
#include "options.h"

#include "ui/text/language.h"

#include <QCommandLineParser>
#include <QUrl>

namespace meshwright::app {

namespace {

constexpr int wrongUsage = 64;

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

/// Options are read before there is an application, so Qt knows no name for it.
QString helpOf(const QCommandLineParser &parser)
{
    return parser.helpText().replace(text("<executable_name>"), text("meshwright"));
}

std::optional<ui::theme::Mode> modeOf(const QString &name)
{
    using ui::theme::Mode;
    const std::pair<const char *, Mode> modes[] = {{"light", Mode::Light},
                                                   {"dark", Mode::Dark},
                                                   {"high-contrast", Mode::HighContrast},
                                                   {"system", Mode::System}};
    for (const auto &[known, mode] : modes)
        if (name == text(known))
            return mode;
    return std::nullopt;
}

QStringList languages()
{
    QStringList codes;
    for (const auto &each : ui::language::available())
        codes.append(each.code);
    return codes;
}

std::variant<Options, Ending> checked(const QCommandLineParser &parser)
{
    Options options;
    if (parser.positionalArguments().size() > 1)
        return Ending{text("meshwright: one folder or file at a time\n"), wrongUsage};
    options.path = parser.positionalArguments().value(0);
    if (options.path.startsWith(text("file:")))
        options.path = QUrl(options.path).toLocalFile(); // as desktops give what was dropped
    if (ui::isLink(options.path)) {
        const auto link = ui::readLink(options.path);
        if (!link)
            return Ending{
                text("meshwright: %1\n").arg(QString::fromStdString(link.error().message)),
                wrongUsage};
        options.link = *link;
        options.path = link->workspace;
    }
    options.freshSample = parser.isSet(text("fresh-sample"));
    options.sample = parser.isSet(text("sample")) || options.freshSample;
    options.screenshot = parser.value(text("screenshot"));
    options.graphFile = parser.value(text("export"));
    if (!options.graphFile.isEmpty() && options.path.isEmpty() && !options.sample)
        return Ending{
            text("meshwright: --export needs a folder, or a link to a look at its graph\n"),
            wrongUsage};
    if (parser.isSet(text("theme"))) {
        const QString theme = parser.value(text("theme"));
        const auto mode = modeOf(theme);
        if (!mode)
            return Ending{text("meshwright: --theme takes light, dark, high-contrast or system\n"),
                          wrongUsage};
        options.hasTheme = true;
        options.theme = *mode;
    }
    options.language = parser.value(text("language"));
    if (const QStringList known = languages();
        !options.language.isEmpty() && !known.contains(options.language))
        return Ending{text("meshwright: --language takes one of: %1\n").arg(known.join(text(", "))),
                      wrongUsage};
    if (parser.isSet(text("size"))) {
        const QStringList parts = parser.value(text("size")).split(QLatin1Char('x'));
        options.size = QSize(parts.value(0).toInt(), parts.value(1).toInt());
        if (parts.size() != 2 || options.size.isEmpty())
            return Ending{text("meshwright: --size takes WIDTHxHEIGHT, as in 1280x800\n"),
                          wrongUsage};
    }
    return options;
}

} // namespace

std::variant<Options, Ending> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        text("Design, review and provision event-driven systems on Apache Kafka.\n"
             "Without a folder it shows where you left off. Without a display use 'mw'."));
    const QCommandLineOption help({text("h"), text("help")}, text("Show this help."));
    const QCommandLineOption version({text("v"), text("version")}, text("Show the version."));
    parser.addOptions(
        {help,
         version,
         {text("sample"), text("Open the sample: ACME, as you left it.")},
         {text("fresh-sample"), text("Open a new copy of the sample.")},
         {text("screenshot"), text("Write a picture of the window to FILE, and end."),
          text("FILE")},
         {text("export"),
          text("Write the graph to FILE by its ending (pdf, png, svg, html …), and end."),
          text("FILE")},
         {text("theme"), text("light, dark, high-contrast or system."), text("THEME")},
         {text("language"),
          text("The window's language for this time: %1.").arg(languages().join(text(", "))),
          text("CODE")},
         {text("size"), text("The window's size, as in 1280x800."), text("WxH")}});
    parser.addPositionalArgument(text("path"),
                                 text("A folder of AsyncAPI specs, one spec, or a link that was "
                                      "copied in the window."),
                                 text("[FOLDER|FILE|LINK]"));
    if (!parser.parse(arguments))
        return Ending{text("meshwright: %1\nTry 'meshwright --help'.\n").arg(parser.errorText()),
                      wrongUsage};
    if (parser.isSet(help))
        return Ending{helpOf(parser), 0};
    if (parser.isSet(version))
        return Ending{text("meshwright " MESHWRIGHT_VERSION "\n"), 0};
    return checked(parser);
}

} // namespace meshwright::app
