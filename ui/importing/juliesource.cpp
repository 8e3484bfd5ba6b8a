// SPDX-License-Identifier: Apache-2.0
#include "ui/importing/juliesource.h"

#include "ui/environment/formfields.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace meshwright::ui {

namespace {

constexpr int pauseMs = 300;
constexpr QLatin1Char between(';');

QPushButton *browse(const char *icon, const QString &text, const char *name)
{
    auto *button = new QPushButton(theme::icon(icon), text);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    return button;
}

} // namespace

JulieSource::JulieSource(const QString &start, QWidget *parent)
    : ImportSource(parent)
    , m_start(start)
{
    auto *rows = form::newRows();
    setLayout(rows);
    rows->setContentsMargins(0, 0, 0, 0);
    auto *sources = makeRow(m_paths, "importPaths", tr("Descriptors"),
                            tr("a folder, or files with ; between them"));
    auto *folder = browse("open-folder", tr("Folder…"), "importBrowseFolder");
    auto *files = browse("spec", tr("Files…"), "importBrowseFiles");
    connect(folder, &QPushButton::clicked, this, &JulieSource::askFolder);
    connect(files, &QPushButton::clicked, this, &JulieSource::askFiles);
    sources->addWidget(folder);
    sources->addWidget(files);
    rows->addRow(tr("Descriptors"), sources);
    auto *properties = makeRow(m_properties, "importProperties", tr("Properties file"),
                               tr("topology-builder.properties (may stay empty)"));
    auto *file = browse("spec", tr("File…"), "importBrowseProperties");
    connect(file, &QPushButton::clicked, this, &JulieSource::askProperties);
    properties->addWidget(file);
    rows->addRow(tr("Properties file"), properties);
    for (int row = 0; row < rows->rowCount(); ++row)
        rows->itemAt(row, QFormLayout::LabelRole)->widget()->setMinimumHeight(theme::formRowHeight);
    setFocusProxy(m_paths);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &ImportSource::changed);
}

QHBoxLayout *JulieSource::makeRow(QLineEdit *&field, const char *name, const QString &label,
                                  const QString &hint)
{
    field = new QLineEdit(this);
    field->setObjectName(QLatin1String(name));
    field->setAccessibleName(label);
    field->setPlaceholderText(hint);
    field->setFont(theme::fixedFont());
    field->setTextMargins(theme::grid, 0, theme::grid, 0);
    connect(field, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::padding);
    row->addWidget(field, 1);
    return row;
}

void JulieSource::askFiles()
{
    auto *dialog = new QFileDialog(this, tr("Descriptors of JulieOps"), m_start,
                                   tr("Descriptors (*.yaml *.yml *.json)"));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::filesSelected, m_paths,
            [this](const QStringList &files) { m_paths->setText(files.join(between)); });
    dialog->open();
}

void JulieSource::askFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder of JulieOps's descriptors"), m_start);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, m_paths, &QLineEdit::setText);
    dialog->open();
}

void JulieSource::askProperties()
{
    auto *dialog = new QFileDialog(this, tr("Properties file of JulieOps"), m_start,
                                   tr("Properties (*.properties);;All files (*)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, m_properties, &QLineEdit::setText);
    dialog->open();
}

QStringList JulieSource::paths() const
{
    QStringList paths;
    for (const QString &each : m_paths->text().split(between, Qt::SkipEmptyParts))
        if (!each.trimmed().isEmpty())
            paths.append(each.trimmed());
    return paths;
}

ImportSource::Job JulieSource::job() const
{
    const auto sources = paths();
    if (sources.isEmpty())
        return {};
    return [sources, properties = m_properties->text().trimmed()](const std::stop_token &) {
        return importsFromJulie(sources, properties);
    };
}

QString JulieSource::progress() const
{
    return tr("Reading the descriptors …");
}

QString JulieSource::hint() const
{
    return tr("Choose the descriptors of JulieOps. Plans and schemas are found beside them; where "
              "a properties file is given, it says how topics are named.");
}

/// A new folder beside the descriptors: what is written is a workspace of its own.
QString JulieSource::suggestedFolder() const
{
    const auto sources = paths();
    if (sources.isEmpty())
        return {};
    const QFileInfo first(sources.constFirst());
    return QDir::cleanPath(first.absoluteDir().filePath(
        first.isDir() ? first.fileName() + QStringLiteral("-specs") : QStringLiteral("specs")));
}

} // namespace meshwright::ui
