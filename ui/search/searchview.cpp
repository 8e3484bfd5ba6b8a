// SPDX-License-Identifier: Apache-2.0
#include "ui/search/searchview.h"

#include "ui/search/matchdelegate.h"
#include "ui/session/session.h"
#include "ui/shell/emptystate.h"
#include "ui/text/text.h"
#include "ui/theme/searchfield.h"
#include "ui/theme/mirror.h"
#include "ui/theme/theme.h"
#include "ui/theme/wraplayout.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace meshwright::ui {

namespace {

constexpr int pauseMs = 120;
constexpr int openBranches = 20; // beyond that, the files alone are an overview

} // namespace

SearchView::SearchView(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_tree(new QTreeWidget)
    , m_empty(new EmptyState(QStringLiteral("find"), {}, {}))
    , m_stack(new QStackedWidget)
{
    setObjectName(QStringLiteral("searchView"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(makeBar());
    rows->addWidget(m_stack, 1);
    makeTree();
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_empty);
    setFocusProxy(m_find);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &SearchView::search);
    connect(&m_searching, &QFutureWatcher<SearchResult>::finished, this, &SearchView::takeFound);
    connect(&m_session, &Session::snapshotChanged, this, [this] {
        if (isVisible())
            m_pause.start();
    });
    showState();
}

QToolButton *SearchView::makeToggle(const QString &text, const QString &tip, const char *name)
{
    QToolButton *button = theme::makeSearchToggle(text, tip, name);
    connect(button, &QToolButton::toggled, &m_pause, qOverload<>(&QTimer::start));
    return button;
}

QWidget *SearchView::makeBar()
{
    auto *bar = new QWidget;
    m_find = new QLineEdit;
    m_find->setObjectName(QStringLiteral("searchField"));
    m_find->setAccessibleName(tr("Find in all files"));
    m_find->setPlaceholderText(tr("Find in all files"));
    theme::dressSearchField(*m_find, "find");
    m_find->installEventFilter(this);
    m_replace = new QLineEdit;
    m_replace->setObjectName(QStringLiteral("searchReplace"));
    m_replace->setAccessibleName(tr("Replace with"));
    m_replace->setPlaceholderText(tr("Replace with"));
    theme::addClearButton(*m_replace);
    m_case = makeToggle(tr("Aa"), tr("Match case"), "searchCase");
    m_word = makeToggle(tr("ab|"), tr("Whole words"), "searchWord");
    m_regex = makeToggle(tr(".*"), tr("Regular expression"), "searchRegex");
    m_count = new QLabel;
    m_count->setObjectName(QStringLiteral("searchCount"));
    m_replaceAll = new QPushButton(tr("Replace"));
    m_replaceAll->setObjectName(QStringLiteral("searchReplaceAll"));
    m_replaceAll->setToolTip(tr("Replaces what is ticked, as one step of undo"));
    connect(m_find, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_replace, &QLineEdit::textChanged, this, &SearchView::fill);
    connect(m_replaceAll, &QPushButton::clicked, this, &SearchView::replaceAll);
    auto *row = new theme::WrapLayout(bar);
    row->setContentsMargins(theme::padding, theme::grid, theme::padding, theme::grid);
    row->setSpacing(theme::grid);
    row->addWidget(m_find, 3);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_case, m_word, m_regex})
        row->addWidget(widget);
    row->addWidget(m_replace, 2);
    row->addWidget(m_replaceAll);
    row->addWidget(m_count, 1);
    return bar;
}

void SearchView::makeTree()
{
    m_tree->setObjectName(QStringLiteral("searchTree"));
    m_tree->setAccessibleName(tr("Places with the text"));
    theme::keepLeftToRight(*m_tree);
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setItemDelegate(new MatchDelegate(m_tree));
    connect(m_tree, &QTreeWidget::itemActivated, this, &SearchView::goTo);
    connect(m_tree, &QTreeWidget::itemClicked, this, &SearchView::goTo);
    connect(m_tree, &QTreeWidget::itemChanged, this, &SearchView::showState);
}

void SearchView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_pause.start(); // files may have changed meanwhile
}

SearchPattern SearchView::pattern() const
{
    return {m_find->text(), m_case->isChecked(), m_word->isChecked(), m_regex->isChecked()};
}

void SearchView::search()
{
    if (!m_session.isOpen())
        return showState();
    std::map<std::string, Text> texts;
    for (const auto &[path, file] : m_session.snapshot().workspace->files())
        if (const Text text = m_session.text(path))
            texts.emplace(path, text);
    m_searching.setFuture(QtConcurrent::run(searchTexts, std::move(texts), pattern()));
}

void SearchView::takeFound()
{
    m_result = m_searching.result();
    fill();
}

void SearchView::fill()
{
    const QSignalBlocker quiet(m_tree);
    const bool replaces = !m_replace->text().isEmpty();
    const SearchPattern wanted = pattern();
    m_tree->clear();
    for (const FileMatches &file : m_result.files) {
        auto *branch = new QTreeWidgetItem(m_tree);
        branch->setText(0, tr("%1 (%2)").arg(toQt(file.file)).arg(file.matches.size()));
        branch->setIcon(0, theme::icon("spec", theme::Ink::Muted));
        branch->setFlags(branch->flags() | Qt::ItemIsUserCheckable | Qt::ItemIsAutoTristate);
        for (const TextMatch &match : file.matches) {
            auto *row = new QTreeWidgetItem(branch);
            row->setData(0, MatchDelegate::LineRole, match.line);
            row->setData(0, MatchDelegate::BeforeRole, match.before);
            row->setData(0, MatchDelegate::MatchedRole, match.matched);
            row->setData(0, MatchDelegate::AfterRole, match.after);
            row->setText(0, match.before + match.matched + match.after); // for screen readers
            if (replaces)
                row->setData(0, MatchDelegate::ReplacementRole,
                             wanted.replacement(match.matched, m_replace->text()));
            row->setCheckState(0, Qt::Checked);
        }
        branch->setExpanded(m_result.files.size() <= openBranches);
    }
    showState();
}

void SearchView::showState()
{
    const bool isPattern = pattern().regex().isValid();
    const bool isFound = m_result.count > 0 && !m_find->text().isEmpty();
    m_stack->setCurrentWidget(isFound ? static_cast<QWidget *>(m_tree) : m_empty);
    m_replaceAll->setEnabled(isFound);
    m_count->setText(!isFound         ? QString()
                     : m_result.isCut ? tr("the first %n match(es)", nullptr, m_result.count)
                                      : tr("%n match(es)", nullptr, m_result.count));
    if (m_find->text().isEmpty())
        m_empty->setTexts(tr("Find a text in all files"),
                          tr("Type it above. What it would be replaced with is shown at each "
                             "place before anything changes."));
    else if (!isPattern)
        m_empty->setTexts(tr("Not a regular expression"), pattern().regex().errorString());
    else
        m_empty->setTexts(tr("No file has it"), tr("Nothing in this folder fits."));
}

void SearchView::goTo(const QTreeWidgetItem *item)
{
    if (!item || !item->parent())
        return;
    const int f = m_tree->indexOfTopLevelItem(item->parent());
    const int m = item->parent()->indexOfChild(const_cast<QTreeWidgetItem *>(item));
    const FileMatches &file = m_result.files[std::size_t(f)];
    if (m_session.text(file.file) != file.text) {
        emit messageShown(tr("The file has changed since: searching again"));
        return search();
    }
    m_session.reveal(file.file, file.matches[std::size_t(m)].range);
}

void SearchView::replaceAll()
{
    std::set<std::pair<int, int>> leftOut;
    for (int f = 0; f < m_tree->topLevelItemCount(); ++f) {
        const FileMatches &file = m_result.files[std::size_t(f)];
        if (m_session.text(file.file) != file.text) {
            emit messageShown(tr("A file has changed since: searching again"));
            return search();
        }
        for (int m = 0; m < m_tree->topLevelItem(f)->childCount(); ++m)
            if (m_tree->topLevelItem(f)->child(m)->checkState(0) != Qt::Checked)
                leftOut.emplace(f, m);
    }
    const WorkspaceEdit edit = replacing(m_result, pattern(), m_replace->text(), leftOut);
    if (edit.isEmpty())
        return;
    const int count = m_result.count - int(leftOut.size());
    const auto done = m_session.perform(edit, tr("Replace %n match(es)", nullptr, count));
    emit messageShown(done ? tr("%n place(s) replaced; undo takes all back", nullptr, count)
                           : toQt(done.error().message));
}

/// From the field, Down and Enter go to the places.
bool SearchView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_find || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Down && key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    if (m_tree->topLevelItemCount() > 0) {
        m_tree->setFocus();
        m_tree->setCurrentItem(m_tree->topLevelItem(0)->child(0));
    }
    return true;
}

} // namespace meshwright::ui
