// SPDX-License-Identifier: Apache-2.0
#include "graphwriter.h"
#include "options.h"
#include "screenshot.h"

#include "connectors/connectors.h"
#include "git/opengit.h"
#include "ui/settings/preferences.h"
#include "ui/shell/sample.h"
#include "ui/shell/workbench.h"
#include "ui/text/language.h"
#include "ui/text/text.h"

#include <QApplication>
#include <QDir>
#include <QTextStream>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <optional>
#include <string>

namespace {

using namespace meshwright;

constexpr int noDisplay = 69;
constexpr int defect = 70;
constexpr int unreadableInput = 65;

/// Qt aborts where there is no display; this is known before.
bool hasDisplay()
{
#ifdef Q_OS_LINUX
    for (const char *name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"})
        if (!qEnvironmentVariableIsEmpty(name))
            return true;
    return false;
#else
    return true;
#endif
}

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

/// What to open, or nothing where the sample could not be written (then the reason is told).
std::optional<QString> pathToOpen(const app::Options &options)
{
    if (!options.sample)
        return options.path.isEmpty() ? QString() : QFileInfo(options.path).absoluteFilePath();
    const QString folder = ui::sampleFolder();
    if (options.freshSample)
        QDir(folder).removeRecursively();
    const auto unpacked = ui::unpackSample(folder);
    if (unpacked)
        return *unpacked;
    std::fprintf(stderr, "%s\n", unpacked.error().message.c_str());
    return std::nullopt;
}

int run(QApplication &application, const app::Options &options)
{
    ui::Preferences preferences = ui::readPreferences();
    if (options.hasTheme)
        preferences.mode = options.theme;
    ui::theme::install(application, preferences.mode);
    ui::applyPreferences(preferences);
    const auto path = pathToOpen(options);
    if (!path)
        return unreadableInput;
    ui::Workbench workbench(std::make_unique<ui::DialogQuestions>(),
                            ui::Connections(builtInConnectors()), git::openRepository);
    ui::MainWindow &window = workbench.window();
    if (!options.size.isEmpty())
        window.resize(options.size);
    window.show();
    if (options.link)
        workbench.open(*options.link);
    else
        workbench.start(*path);
    std::optional<app::Screenshot> screenshot;
    if (!options.screenshot.isEmpty()) {
        screenshot.emplace(workbench.session(), window, options.screenshot);
        screenshot->start(!path->isEmpty());
    }
    std::optional<app::GraphWriter> writer;
    if (!options.graphFile.isEmpty()) {
        writer.emplace(workbench.session(), *window.findChild<ui::GraphView *>(),
                       options.graphFile);
        writer->start();
    }
    return QApplication::exec();
}

int start(int argc, char **argv)
{
    const auto read = app::readOptions(argumentsOf(argc, argv));
    if (const auto *ending = std::get_if<app::Ending>(&read)) {
        std::fputs(ending->text.toLocal8Bit().constData(), ending->code == 0 ? stdout : stderr);
        return ending->code;
    }
    const auto &options = std::get<app::Options>(read);
    if (!options.graphFile.isEmpty() || (!options.screenshot.isEmpty() && !hasDisplay()))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!hasDisplay()) {
        std::fputs("meshwright: there is no display here (DISPLAY and WAYLAND_DISPLAY are not "
                   "set).\nThe command 'mw' does the same work without one: try 'mw --help'.\n",
                   stderr);
        return noDisplay;
    }
    QCoreApplication::setApplicationName(QStringLiteral("meshwright"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MESHWRIGHT_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Meshwright"));
    QGuiApplication::setDesktopFileName(QStringLiteral("meshwright"));
    QApplication application(argc, argv);
    ui::language::install(application, options.language);
    return run(application, options);
}

} // namespace

int main(int argc, char *argv[])
{
    try {
        return start(argc, argv);
    } catch (const std::exception &fault) {
        std::fprintf(stderr, "meshwright: this is a defect of ours, please report it: %s\n",
                     fault.what());
        return defect;
    }
}
