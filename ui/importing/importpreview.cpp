// SPDX-License-Identifier: Apache-2.0
#include "ui/importing/importpreview.h"

#include "ui/editor/highlighter.h"
#include "ui/text/text.h"
#include "ui/theme/mirror.h"
#include "ui/theme/pathdelegate.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace meshwright::ui {

namespace {

constexpr int previewLines = 12;
constexpr int topicWidth = 290;
constexpr int readersWidth = 170;
constexpr int placeWidth = 250;

enum Tab { FilesTab, SharingTab, NotesTab };

} // namespace

ImportPreview::ImportPreview(QWidget *parent)
    : QTabWidget(parent)
{
    setObjectName(QStringLiteral("importPreview"));
    setAccessibleName(tr("What would be written"));
    setDocumentMode(true);
    makeFiles();
    m_sharing = makeTable("importSharing", {tr("Topic"), tr("May be read by"), tr("Known by")});
    m_sharing->setAccessibleName(tr("Who may read what"));
    m_sharing->setRootIsDecorated(false);
    addTab(m_sharing, {});
    makeNotes();
    retitle();
}

/// A note is longer than its row: the current one stands below in full.
void ImportPreview::makeNotes()
{
    m_notes = makeTable("importNotes", {tr("Where"), tr("What")});
    m_notes->setAccessibleName(tr("What did not come along as it was"));
    m_note = new QLabel;
    m_note->setObjectName(QStringLiteral("importNote"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_note->setContentsMargins(theme::padding, theme::grid, theme::padding, theme::grid);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notes, 1);
    column->addWidget(m_note);
    addTab(page, {});
    connect(m_notes, &QTreeWidget::currentItemChanged, this, &ImportPreview::showNote);
}

void ImportPreview::makeFiles()
{
    auto *both = new QSplitter;
    both->setChildrenCollapsible(false);
    m_files = makeTable("importFiles", {tr("File")});
    m_files->setAccessibleName(tr("Files"));
    m_files->setHeaderHidden(true);
    m_files->setRootIsDecorated(false);
    m_text = new QPlainTextEdit;
    m_text->setObjectName(QStringLiteral("importText"));
    m_text->setAccessibleName(tr("The file as it will be written"));
    theme::keepLeftToRight(*m_text);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(theme::fixedFont());
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setMinimumHeight(m_text->fontMetrics().lineSpacing() * previewLines);
    m_colours = new Highlighter(Language::Yaml, this);
    m_colours->colour(m_text->document());
    both->addWidget(m_files);
    both->addWidget(m_text);
    both->setStretchFactor(0, 2);
    both->setStretchFactor(1, 3);
    addTab(both, {});
    connect(m_files, &QTreeWidget::currentItemChanged, this, &ImportPreview::showFile);
}

QTreeWidget *ImportPreview::makeTable(const char *name, const QStringList &headings)
{
    auto *table = new QTreeWidget;
    table->setObjectName(QLatin1String(name));
    table->setHeaderLabels(headings);
    table->setFrameShape(QFrame::NoFrame);
    table->setUniformRowHeights(true);
    table->setItemDelegate(new theme::SpecTextDelegate(table));
    table->setItemDelegateForColumn(0, new theme::PathDelegate(table));
    return table;
}

void ImportPreview::show(const ImportsPtr &imports)
{
    m_imports = imports;
    for (auto *table : {m_files, m_sharing, m_notes})
        table->clear();
    m_text->clear();
    if (m_imports) {
        for (const auto &[file, text] : m_imports->files) {
            auto *row = new QTreeWidgetItem(m_files, {toQt(file)});
            row->setToolTip(0, toQt(file));
        }
        for (const auto &each : m_imports->sharing) {
            const QStringList cells{each.topic, each.readers, each.reason};
            auto *row = new QTreeWidgetItem(m_sharing, cells);
            for (int column = 0; column < static_cast<int>(cells.size()); ++column)
                row->setToolTip(column, cells.at(column));
        }
        m_sharing->setColumnWidth(0, theme::scaled(topicWidth));
        m_sharing->setColumnWidth(1, theme::scaled(readersWidth));
        showNotes();
        m_files->setCurrentItem(m_files->topLevelItem(0));
        if (m_imports->files.empty())
            setCurrentIndex(NotesTab); // which say why
    }
    retitle();
}

void ImportPreview::showNotes()
{
    QTreeWidgetItem *kind = nullptr;
    for (const auto &note : m_imports->notes) {
        if (!kind || kind->text(0) != note.kind) {
            kind = new QTreeWidgetItem(m_notes, {note.kind});
            kind->setFirstColumnSpanned(true);
            kind->setExpanded(true);
        }
        const bool hasPlace = !note.place.isEmpty();
        const auto cells =
            hasPlace ? QStringList{note.place, note.message} : QStringList{note.message};
        auto *row = new QTreeWidgetItem(kind, cells);
        for (int column = 0; column < static_cast<int>(cells.size()); ++column)
            row->setToolTip(column, cells.at(column));
        row->setFirstColumnSpanned(!hasPlace);
    }
    if (auto *first = m_notes->topLevelItem(0))
        m_notes->setCurrentItem(first->child(0));
    m_notes->setColumnWidth(0, theme::scaled(placeWidth));
}

void ImportPreview::showNote()
{
    const auto *row = m_notes->currentItem();
    const bool isNote = row && row->parent();
    m_note->setVisible(isNote);
    if (isNote)
        m_note->setText(row->text(1).isEmpty()
                            ? row->text(0)
                            : tr("%1: %2", "place, note").arg(row->text(0), row->text(1)));
}

void ImportPreview::changeEvent(QEvent *event)
{
    QTabWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_colours != nullptr)
        m_colours->followTheme();
}

void ImportPreview::retitle()
{
    const auto count = [](std::size_t number) { return static_cast<int>(number); };
    setTabText(FilesTab, m_imports ? tr("%Ln file(s)", nullptr, count(m_imports->files.size()))
                                   : tr("Files"));
    setTabText(SharingTab, tr("Sharing"));
    setTabText(NotesTab, m_imports ? tr("%Ln note(s)", nullptr, count(m_imports->notes.size()))
                                   : tr("Notes"));
    setEnabled(m_imports != nullptr);
}

void ImportPreview::showFile()
{
    const auto *row = m_files->currentItem();
    if (!row || !m_imports)
        return;
    const auto found = m_imports->files.find(fromQt(row->text(0)));
    if (found != m_imports->files.end())
        m_text->setPlainText(toQt(found->second));
}

} // namespace meshwright::ui
