// SPDX-License-Identifier: Apache-2.0
#include "ui/history/changesview.h"

#include "ui/history/changesmodel.h"
#include "ui/session/session.h"
#include "ui/shell/emptystate.h"
#include "ui/text/text.h"
#include "ui/theme/fittingcolumns.h"
#include "ui/theme/pathdelegate.h"
#include "ui/theme/theme.h"
#include "ui/theme/wraplayout.h"

#include <QComboBox>
#include <QCompleter>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace meshwright::ui {

namespace {

constexpr int pauseMs = 250;

QString head()
{
    return QStringLiteral("HEAD");
}

} // namespace

ChangesView::ChangesView(Session &session, HistoryWatch &history, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_history(history)
    , m_model(new ChangesModel(this))
    , m_base(new QComboBox)
    , m_summary(new QLabel)
    , m_onlyBreaking(new QToolButton)
    , m_stack(new QStackedWidget)
    , m_tree(new QTreeView)
    , m_empty(new EmptyState(QStringLiteral("branch"), QString(), QString()))
{
    makeTree();
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_empty);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(makeBar());
    rows->addWidget(m_stack, 1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &ChangesView::compareNow);
    connect(&m_session, &Session::snapshotChanged, this, &ChangesView::askAgain);
    connect(&m_history, &HistoryWatch::changed, this, &ChangesView::fillBases);
    connect(&m_history, &HistoryWatch::changed, this, &ChangesView::askAgain);
    connect(&m_comparing, &QFutureWatcherBase::finished, this, &ChangesView::takeCompared);
    fillBases();
    updateState();
}

QWidget *ChangesView::makeBar()
{
    auto *bar = new QWidget;
    auto *label = new QLabel(tr("&Compare with"));
    label->setBuddy(m_base);
    m_base->setObjectName(QStringLiteral("changesBase"));
    m_base->setAccessibleName(tr("Revision to compare with"));
    m_base->setToolTip(tr("A branch, a tag, a commit, or HEAD~1"));
    m_base->setEditable(true);
    m_base->lineEdit()->setAccessibleName(m_base->accessibleName());
    m_base->setInsertPolicy(QComboBox::NoInsert);
    m_base->completer()->setFilterMode(Qt::MatchContains);
    connect(m_base, &QComboBox::activated, this, &ChangesView::askAgain);
    connect(m_base->lineEdit(), &QLineEdit::editingFinished, this, &ChangesView::askAgain);
    m_summary->setObjectName(QStringLiteral("changesSummary"));
    m_onlyBreaking->setObjectName(QStringLiteral("onlyBreaking"));
    m_onlyBreaking->setIcon(theme::icon("error", theme::Ink::Error));
    m_onlyBreaking->setText(tr("Breaking only"));
    m_onlyBreaking->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_onlyBreaking->setCheckable(true);
    m_onlyBreaking->setAutoRaise(true);
    connect(m_onlyBreaking, &QToolButton::toggled, this, &ChangesView::showRows);
    auto *row = new theme::WrapLayout(bar);
    row->setContentsMargins(theme::padding, theme::grid, theme::padding, theme::grid);
    row->setSpacing(theme::padding);
    row->addWidget(label);
    row->addWidget(m_base);
    row->addWidget(m_summary, 1);
    row->addWidget(m_onlyBreaking);
    return bar;
}

void ChangesView::makeTree()
{
    m_tree->setObjectName(QStringLiteral("changesTree"));
    m_tree->setAccessibleName(tr("Changes by context"));
    m_tree->setModel(m_model);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    for (const int column :
         {ChangesModel::TopicColumn, ChangesModel::AffectedColumn, ChangesModel::PlaceColumn})
        m_tree->setItemDelegateForColumn(column, new theme::PathDelegate(m_tree));
    QHeaderView *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(ChangesModel::ChangeColumn, QHeaderView::Stretch);
    new theme::FittingColumns(m_tree, {{ChangesModel::TopicColumn, 220},
                                       {ChangesModel::AffectedColumn, 220},
                                       {ChangesModel::PlaceColumn, 220}});
    connect(m_tree, &QTreeView::activated, this, &ChangesView::goTo);
    connect(m_tree, &QTreeView::clicked, this, &ChangesView::goTo);
}

void ChangesView::focusBase()
{
    m_base->setFocus();
    m_base->lineEdit()->selectAll();
}

QString ChangesView::baseName() const
{
    return m_base->currentText().trimmed();
}

/// What is chosen stays, also where it is no branch.
void ChangesView::fillBases()
{
    const QSignalBlocker quiet(m_base);
    const QString chosen = m_base->currentText().isEmpty() ? head() : m_base->currentText();
    m_base->clear();
    m_base->addItem(head());
    for (const auto &reference : m_history.status().references)
        m_base->addItem(toQt(reference.name));
    m_base->setEditText(chosen);
    m_base->setEnabled(m_history.status().head.has_value());
}

void ChangesView::askAgain()
{
    if (isVisible())
        m_pause.start();
}

void ChangesView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    askAgain();
}

void ChangesView::compareNow()
{
    const auto &status = m_history.status();
    if (!m_session.isOpen() || !status.head) {
        m_compared.reset();
        return showRows();
    }
    if (m_comparing.isRunning())
        return m_pause.start();
    CompareInput input;
    input.open = m_history.opener();
    input.base = fromQt(baseName());
    input.next = m_session.snapshot().topology;
    input.states = status.states;
    if (m_compared && *m_compared)
        input.known = (*m_compared)->past;
    m_comparing.setFuture(QtConcurrent::run(compareWith, input));
}

void ChangesView::takeCompared()
{
    m_compared = m_comparing.result();
    showRows();
}

void ChangesView::showRows()
{
    if (m_compared && *m_compared)
        m_model->show(**m_compared, m_onlyBreaking->isChecked());
    else
        m_model->clear();
    m_tree->expandAll();
    updateState();
}

void ChangesView::updateState()
{
    const auto &status = m_history.status();
    m_summary->clear();
    if (!m_session.isOpen()) {
        m_empty->setTexts(tr("Nothing to compare yet"),
                          tr("What changed since a commit appears here once a folder is open."));
    } else if (!status.trouble.isEmpty()) {
        m_empty->setTexts(tr("Git can't be read here"), status.trouble);
    } else if (!status.head) {
        m_empty->setTexts(tr("Not under version control"),
                          tr("This folder lies in no Git repository. Once it does, what changed "
                             "since a commit appears here."));
    } else if (m_compared && !*m_compared) {
        m_empty->setTexts(tr("This can't be compared"), toQt(m_compared->error().message));
    } else if (!m_compared) {
        m_empty->setTexts(tr("Comparing…"), QString());
    } else {
        const auto &comparison = (*m_compared)->comparison;
        const int breaking = static_cast<int>(comparison.breaking());
        QString text =
            tr("%n change(s), %L1 breaking", nullptr, static_cast<int>(comparison.changes.size()))
                .arg(breaking);
        const auto left = comparison.unreadable.size() + (*m_compared)->missing.size();
        if (left > 0)
            text = tr("%1 · %2").arg(text, tr("%n file(s) or folder(s) could not be compared",
                                              nullptr, static_cast<int>(left)));
        m_summary->setText(text);
        m_empty->setTexts(tr("No changes"),
                          comparison.changes.empty()
                              ? tr("No contexts, topics, rights or schemas changed since %1.")
                                    .arg(m_base->currentText())
                              : tr("Nothing that breaks. Show all to see the other changes."));
    }
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_tree) : m_empty);
}

void ChangesView::goTo(const QModelIndex &index)
{
    const auto *change = m_model->change(index);
    if (!change)
        return;
    if (change->next)
        return m_session.reveal(change->next->file, change->next->range);
    if (change->base && m_session.text(change->base->file))
        m_session.reveal(change->base->file, {});
    else if (change->base)
        emit messageShown(tr("%1 is not there any more.").arg(toQt(change->base->file)));
}

} // namespace meshwright::ui
