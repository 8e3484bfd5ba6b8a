// SPDX-License-Identifier: Apache-2.0
#include "ui/importing/importdialog.h"

#include "ui/importing/importpreview.h"
#include "ui/text/text.h"
#include "ui/theme/scrollpage.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <chrono>

namespace meshwright::ui {

namespace {

constexpr QSize dialogSize(860, 620);
constexpr qsizetype mostNamed = 3;
constexpr std::chrono::milliseconds slow(300); // a look that takes longer is told of

} // namespace

ImportDialog::ImportDialog(const QString &title, ImportSource *source, Connections connections,
                           QWidget *parent)
    : QDialog(parent)
    , m_connections(std::move(connections))
    , m_source(source)
    , m_look([this] { return look(); }, [this](const TakenFiles &taken) { takeTaken(taken); })
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(title);
    makeFolderRow();
    makeLayout();
    connectParts();
    m_slowLook.setSingleShot(true);
    m_slowLook.setInterval(slow);
    m_look.setWanted(true);
    suggestFolder();
    describe();
    m_source->setFocus();
    theme::resizeWithinScreen(*this, dialogSize);
}

ImportDialog::~ImportDialog()
{
    m_stop.request_stop();
}

void ImportDialog::makeFolderRow()
{
    m_folderLabel = new QLabel(tr("Write to"), this);
    m_folder = new QLineEdit(this);
    m_folder->setObjectName(QStringLiteral("importFolder"));
    m_folder->setAccessibleName(tr("Folder that the files are written to"));
    m_folder->setFont(theme::fixedFont());
    m_folder->setTextMargins(theme::grid, 0, theme::grid, 0);
    m_folder->setMinimumHeight(theme::formRowHeight);
    m_folderLabel->setBuddy(m_folder);
    m_browse = new QPushButton(theme::icon("open-folder"), tr("Choose…"), this);
    m_browse->setObjectName(QStringLiteral("importBrowse"));
    m_browse->setAutoDefault(false);
    m_replace = new QCheckBox(this);
    m_replace->setObjectName(QStringLiteral("importReplace"));
}

void ImportDialog::makeLayout()
{
    m_preview = new ImportPreview(this);
    m_words = new QLabel(this);
    m_words->setObjectName(QStringLiteral("importWords"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress = new QProgressBar(this);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(theme::scaled(120));
    m_stopButton = new QPushButton(tr("Stop"), this);
    m_stopButton->setObjectName(QStringLiteral("importStop"));
    m_stopButton->setAutoDefault(false);
    auto *state = new QHBoxLayout;
    state->setSpacing(theme::padding);
    state->addWidget(m_progress);
    state->addWidget(m_words, 1);
    state->addWidget(m_stopButton);
    auto *where = new QHBoxLayout;
    where->setSpacing(theme::padding);
    where->addWidget(m_folderLabel);
    where->addWidget(m_folder, 1);
    where->addWidget(m_browse);
    auto *page = new QWidget;
    auto *parts = new QVBoxLayout(page);
    parts->setContentsMargins(20, 20, 20, 0);
    parts->setSpacing(theme::widePadding);
    parts->addWidget(m_source);
    parts->addLayout(state);
    parts->addWidget(m_preview, 1);
    parts->addLayout(where);
    parts->addWidget(m_replace);
    m_cancel = new QPushButton(tr("Cancel")); // behind the page in the order of Tab
    m_cancel->setObjectName(QStringLiteral("importCancel"));
    m_cancel->setAutoDefault(false);
    connect(m_cancel, &QPushButton::clicked, this, &ImportDialog::reject);
    m_write = new QPushButton;
    m_write->setObjectName(QStringLiteral("importWrite"));
    m_write->setProperty("primary", true);
    m_write->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(20, 0, 20, 16);
    buttons->setSpacing(theme::padding);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_write);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(theme::widePadding);
    all->addWidget(new theme::ScrollPage(page), 1);
    all->addLayout(buttons);
}

void ImportDialog::connectParts()
{
    connect(m_source, &ImportSource::changed, this, &ImportDialog::run);
    connect(&m_making, &QFutureWatcherBase::finished, this, &ImportDialog::takeImports);
    connect(&m_writing, &QFutureWatcherBase::finished, this, &ImportDialog::takeWritten);
    connect(m_stopButton, &QPushButton::clicked, this, &ImportDialog::stop);
    connect(m_folder, &QLineEdit::textChanged, this, &ImportDialog::checkFolder);
    connect(m_browse, &QPushButton::clicked, this, &ImportDialog::askFolder);
    connect(m_replace, &QCheckBox::toggled, this, &ImportDialog::describe);
    connect(&m_slowLook, &QTimer::timeout, this, &ImportDialog::describe);
    connect(m_write, &QPushButton::clicked, this, &ImportDialog::write);
}

/// What is being written is told first.
void ImportDialog::reject()
{
    if (!m_writing.isRunning())
        QDialog::reject();
}

void ImportDialog::run()
{
    if (m_writing.isRunning())
        return;
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_fault.clear();
    m_imports.reset();
    m_preview->show(nullptr);
    suggestFolder();
    if (const auto job = m_source->job())
        m_making.setFuture(QtConcurrent::run(
            m_connections.threads(), [job, stop = m_stop.get_token()] { return job(stop); }));
    else
        m_making.setFuture({});
    checkFolder();
}

/// What it was doing is over for its user at once.
void ImportDialog::stop()
{
    m_stop.request_stop();
    m_making.setFuture({});
    m_fault = tr("Stopped.");
    describe();
}

void ImportDialog::takeImports()
{
    if (m_making.isCanceled() || m_making.future().resultCount() == 0)
        return;
    const auto made = m_making.result();
    if (made) {
        m_imports = *made;
        m_source->take(*m_imports);
        m_preview->show(m_imports);
    } else {
        const auto &error = made.error();
        m_fault = error.where.empty()
                      ? toQt(error.message)
                      : QStringLiteral("%1: %2").arg(toQt(error.where), toQt(error.message));
    }
    checkFolder();
}

QString ImportDialog::folder() const
{
    return m_folder->text().trimmed();
}

/// It follows the source until it is typed over.
void ImportDialog::suggestFolder()
{
    if (!m_folder->isModified())
        m_folder->setText(QDir::toNativeSeparators(m_source->suggestedFolder()));
}

void ImportDialog::askFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder for the specs"), folder());
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, m_folder, [this](const QString &path) {
        m_folder->setText(QDir::toNativeSeparators(path));
        m_folder->setModified(true);
    });
    dialog->open();
}

bool ImportDialog::hasPlace() const
{
    return m_imports && !m_imports->files.empty() && QDir::isAbsolutePath(folder());
}

/// What is in the way there is not known until it was looked at anew.
void ImportDialog::checkFolder()
{
    m_isLooked = false;
    m_replace->setChecked(false);
    m_slowLook.start();
    m_look.refresh();
    describe();
}

std::function<TakenFiles()> ImportDialog::look() const
{
    if (!hasPlace())
        return {};
    return [imports = m_imports, place = folder()] { return takenFiles(imports->files, place); };
}

void ImportDialog::takeTaken(const TakenFiles &taken)
{
    m_taken = taken;
    m_isLooked = true;
    QStringList names;
    for (auto file = m_taken.begin(); file != m_taken.end() && names.size() < mostNamed; ++file)
        names.append(toQt(file->first));
    if (static_cast<qsizetype>(m_taken.size()) > mostNamed)
        names.append(tr("…"));
    m_replace->setText(
        tr("Replace %Ln file(s) that (is|are) there: %1", nullptr, static_cast<int>(m_taken.size()))
            .arg(names.join(tr(", ", "between files"))));
    describe();
}

void ImportDialog::describe()
{
    const bool hasFiles = m_imports && !m_imports->files.empty();
    m_progress->setVisible(isRunning());
    m_stopButton->setVisible(m_making.isRunning());
    for (QWidget *part : std::initializer_list<QWidget *>{m_source, m_folder, m_browse, m_cancel})
        part->setEnabled(!m_writing.isRunning());
    theme::setInk(*m_words, m_fault.isEmpty() ? theme::Ink::Muted : theme::Ink::Error);
    if (m_writing.isRunning())
        m_words->setText(tr("Writing …"));
    else if (m_making.isRunning())
        m_words->setText(m_source->progress());
    else if (!m_fault.isEmpty())
        m_words->setText(m_fault);
    else if (!m_imports)
        m_words->setText(m_source->hint());
    else if (!hasFiles)
        m_words->setText(tr("There is nothing to write: see the notes."));
    else if (!QDir::isAbsolutePath(folder()))
        m_words->setText(tr("Choose the folder that the files are written to."));
    else if (!m_isLooked && !m_slowLook.isActive())
        m_words->setText(tr("Looking which of the files are there …"));
    else
        m_words->setText(tr("This is what will be written. Look at the sharing and at the notes "
                            "first."));
    m_replace->setVisible(hasPlace() && !m_taken.empty());
    m_replace->setEnabled(m_isLooked && !m_writing.isRunning());
    const auto count = hasFiles ? static_cast<int>(m_imports->files.size()) : 0;
    m_write->setText(hasFiles ? tr("Write %Ln file(s)", nullptr, count) : tr("Write the specs"));
    m_write->setEnabled(hasPlace() && !isRunning() && m_isLooked &&
                        (m_taken.empty() || m_replace->isChecked()));
}

void ImportDialog::write()
{
    m_fault.clear();
    m_writing.setFuture(QtConcurrent::run([imports = m_imports, place = folder(), taken = m_taken] {
        return writeImports(imports->files, place, taken);
    }));
    describe();
}

void ImportDialog::takeWritten()
{
    const auto done = m_writing.result();
    if (!done) {
        m_fault = toQt(done.error().message);
        return checkFolder();
    }
    emit written(QDir::fromNativeSeparators(folder()), static_cast<int>(m_imports->files.size()));
    accept();
}

} // namespace meshwright::ui
