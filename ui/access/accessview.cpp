// SPDX-License-Identifier: Apache-2.0
#include "ui/access/accessview.h"

#include "ui/access/accessanswers.h"
#include "ui/access/accessmatrix.h"
#include "ui/access/nameheader.h"
#include "ui/shell/emptystate.h"
#include "ui/text/text.h"
#include "ui/theme/searchfield.h"
#include "ui/theme/theme.h"
#include "ui/theme/wraplayout.h"

#include "meshwright/report/accessreport.h"
#include "meshwright/text/textfile.h"

#include <QAccessible>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <array>

namespace meshwright::ui {

namespace {

constexpr std::array sources{AccessSource::Specs, AccessSource::Cluster, AccessSource::Both};
constexpr int columnWidth = 34;
constexpr int rowHeight = 24;
constexpr int widestColumn = 420;
constexpr int widestState = 320;

} // namespace

AccessView::AccessView(Session &session, AccessReviewer &reviewer, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_reviewer(reviewer)
    , m_matrix(new AccessMatrix(this))
    , m_answers(new AccessAnswers(this))
    , m_pages(new QStackedWidget(this))
    , m_table(new QTableView(this))
    , m_answersView(new QTreeView(this))
    , m_empty(new EmptyState(QStringLiteral("access"), {}, {}))
{
    setObjectName(QStringLiteral("accessView"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_pages, 1);
    makeMatrix();
    makeAnswers();
    auto *below = new QWidget;
    auto *rows = new QVBoxLayout(below);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_question = new QLabel(below);
    m_question->setObjectName(QStringLiteral("accessQuestion"));
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    m_question->setContentsMargins(theme::padding, theme::grid, theme::padding, theme::grid);
    rows->addWidget(m_question);
    rows->addWidget(m_answersView, 1);
    auto *split = new QSplitter(Qt::Horizontal);
    split->setChildrenCollapsible(false);
    split->addWidget(m_table);
    split->addWidget(below);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(split);
    connect(&m_reviewer, &AccessReviewer::changed, this, &AccessView::refresh);
    connect(&m_session, &Session::selectionChanged, this, &AccessView::followSelection);
    retranslate();
    refresh();
    fitColumns();
}

QWidget *AccessView::makeBar()
{
    auto *bar = new QWidget(this);
    auto *row = new theme::WrapLayout(bar);
    row->setContentsMargins(theme::padding, theme::grid, theme::padding, theme::grid);
    row->setSpacing(theme::grid);
    m_source = new QComboBox(bar);
    m_source->setObjectName(QStringLiteral("accessSource"));
    for (const AccessSource source : sources)
        m_source->addItem({}, static_cast<int>(source));
    row->addWidget(m_source);
    const auto field = [&](const char *name, const QString &hint) {
        auto *edit = new QLineEdit(bar);
        edit->setObjectName(QLatin1String(name));
        edit->setPlaceholderText(hint);
        theme::dressSearchField(*edit, "filter");
        row->addWidget(edit, 1);
        connect(edit, &QLineEdit::textChanged, this, &AccessView::filter);
        return edit;
    };
    m_topics = field("accessTopics", tr("Topics"));
    m_principals = field("accessPrincipals", tr("Principals"));
    m_state = new QLabel(bar);
    m_state->setObjectName(QStringLiteral("accessState"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_state);
    row->addStretch();
    const auto button = [&](const char *icon, const char *name) {
        auto *made = new QToolButton(bar);
        made->setObjectName(QLatin1String(name));
        made->setIcon(theme::icon(icon));
        made->setAutoRaise(true);
        row->addWidget(made);
        return made;
    };
    m_review = button("problems", "accessReview");
    m_read = button("refresh", "accessRead");
    m_export = button("export", "accessExport");
    connect(m_source, &QComboBox::activated, this, [this](int index) {
        m_reviewer.setSource(sources.at(static_cast<std::size_t>(index)));
    });
    connect(m_review, &QToolButton::clicked, this, &AccessView::askAll);
    connect(m_read, &QToolButton::clicked, &m_reviewer, &AccessReviewer::readCluster);
    connect(m_export, &QToolButton::clicked, this, &AccessView::chooseExport);
    return bar;
}

void AccessView::makeMatrix()
{
    m_table->setObjectName(QStringLiteral("accessMatrix"));
    m_table->setModel(m_matrix);
    m_table->setHorizontalHeader(new NameHeader(Qt::Horizontal, m_table));
    m_table->setVerticalHeader(new NameHeader(Qt::Vertical, m_table));
    m_table->horizontalHeader()->setDefaultSectionSize(theme::scaled(columnWidth));
    m_table->verticalHeader()->setDefaultSectionSize(theme::scaled(rowHeight));
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setCornerButtonEnabled(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    // Qt keeps what it told a screen reader of cells that are gone.
    connect(m_matrix, &QAbstractItemModel::modelReset, m_table, [this] {
        if (QAccessibleInterface *told = QAccessible::queryAccessibleInterface(m_table))
            QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(told));
    });
    connect(m_table->verticalHeader(), &QHeaderView::sectionClicked, this,
            [this](int row) { askTopic(m_matrix->topic(row)); });
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this,
            [this](int column) { askPrincipal(m_matrix->principal(column)); });
    connect(m_table, &QTableView::clicked, this, &AccessView::askCell);
    connect(m_table, &QTableView::activated, this, &AccessView::askCell);
}

void AccessView::makeAnswers()
{
    m_answersView->setObjectName(QStringLiteral("accessAnswers"));
    m_answersView->setModel(m_answers);
    m_answersView->setRootIsDecorated(false);
    m_answersView->setUniformRowHeights(true);
    m_answersView->setAllColumnsShowFocus(true);
    m_answersView->setFrameShape(QFrame::NoFrame);
    m_answersView->setTextElideMode(Qt::ElideMiddle);
    m_answersView->header()->setStretchLastSection(false);
    m_answersView->header()->setResizeContentsPrecision(60); // rows that are looked at
    connect(m_answersView, &QTreeView::activated, this, &AccessView::goTo);
    connect(m_answersView, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == AccessAnswers::AskedColumn)
            goTo(index);
    });
}

void AccessView::retranslate()
{
    const QSignalBlocker quiet(m_source);
    m_source->setItemText(0, tr("By the specs"));
    m_source->setItemText(1, tr("By the cluster"));
    m_source->setItemText(2, tr("By both"));
    m_source->setAccessibleName(tr("Whose access rules decide"));
    m_topics->setPlaceholderText(tr("Topics"));
    m_topics->setAccessibleName(tr("Show topics with these words"));
    m_principals->setPlaceholderText(tr("Principals"));
    m_principals->setAccessibleName(tr("Show principals with these words"));
    const auto name = [](QToolButton *button, const QString &text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    name(m_review, tr("All rules of which there is something to say"));
    name(m_read, tr("Read the cluster again"));
    name(m_export, tr("Export the answers"));
    m_table->setAccessibleName(tr("Topics and principals"));
    m_answersView->setAccessibleName(tr("Answers"));
    m_empty->setTexts(tr("Who may read and write what"),
                      tr("Open a folder of AsyncAPI documents: each topic and each principal gets "
                         "its place here, and every answer its reason."));
    if (m_asked == Question::Nothing)
        m_question->setText(tr("Click a topic to see who can read or write it, or a principal to "
                               "see what it reaches."));
}

void AccessView::showEvent(QShowEvent *event)
{
    m_reviewer.setWanted(true);
    QWidget::showEvent(event);
}

void AccessView::hideEvent(QHideEvent *event)
{
    m_reviewer.setWanted(false);
    QWidget::hideEvent(event);
}

void AccessView::refresh()
{
    const QSignalBlocker quiet(m_source);
    m_source->setCurrentIndex(m_source->findData(static_cast<int>(m_reviewer.source())));
    const bool asksCluster = m_reviewer.source() != AccessSource::Specs;
    m_read->setVisible(asksCluster);
    m_read->setEnabled(!m_reviewer.isReading());
    if (m_reviewer.isReading())
        m_state->setText(tr("Reading the cluster …"));
    else if (!m_reviewer.fault().isEmpty())
        m_state->setText(m_reviewer.fault());
    else if (asksCluster && m_reviewer.readAt().isValid())
        m_state->setText(
            tr("Cluster as of %1")
                .arg(QLocale().toString(m_reviewer.readAt().time(), QLocale::ShortFormat)));
    else
        m_state->clear();
    m_state->setToolTip(m_state->text());
    const QString told = m_state->text();
    m_state->setText(
        m_state->fontMetrics().elidedText(told, Qt::ElideRight, theme::scaled(widestState)));
    if (asksCluster && !m_reviewer.made())
        m_empty->setTexts(tr("The cluster is not known"),
                          told.isEmpty() ? tr("It is read when you choose it.") : told);
    else
        retranslate();
    if (m_shown == m_reviewer.made())
        return;
    m_shown = m_reviewer.made();
    m_matrix->show(m_shown);
    const bool isEmpty =
        !m_shown || (m_shown->review->topics().empty() && m_shown->review->principals().empty());
    m_pages->setCurrentIndex(isEmpty ? 0 : 1);
    answer();
}

void AccessView::filter()
{
    m_matrix->setFilter(m_topics->text(), m_principals->text());
}

void AccessView::askTopic(const std::string &topic)
{
    m_asked = Question::Topic;
    m_subject = topic;
    answer();
}

void AccessView::askPrincipal(const std::string &principal)
{
    m_asked = Question::Principal;
    m_subject = principal;
    answer();
}

void AccessView::askAll()
{
    m_asked = Question::All;
    m_subject.clear();
    answer();
}

/// What stands in one cell is among the topic's answers: it is selected there.
void AccessView::askCell(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    askTopic(m_matrix->topic(index.row()));
    const std::string &principal = m_matrix->principal(index.column());
    for (int row = 0; row < m_answers->rowCount(); ++row)
        if (m_answers->answers().at(static_cast<std::size_t>(row)).principal == principal) {
            m_answersView->setCurrentIndex(m_answers->index(row, 0));
            return;
        }
    if (m_answers->rowCount() > 0 && m_answers->answers().front().principal == "User:*")
        m_answersView->setCurrentIndex(m_answers->index(0, 0)); // it may what everybody may
}

void AccessView::answer()
{
    if (!m_shown)
        return;
    const AccessReview &review = *m_shown->review;
    switch (m_asked) {
    case Question::Topic:
        m_answers->show(m_shown, review.ofTopic(m_subject));
        m_question->setText(m_answers->rowCount() == 0
                                ? tr("Nobody can read or write %1.").arg(toQt(m_subject))
                                : tr("Who can read or write %1").arg(toQt(m_subject)));
        break;
    case Question::Principal:
        m_answers->show(m_shown, review.ofPrincipal(m_subject));
        m_question->setText(m_answers->rowCount() == 0
                                ? tr("%1 can read and write nothing.").arg(toQt(m_subject))
                                : tr("What %1 can read and write").arg(toQt(m_subject)));
        break;
    case Question::All: {
        const int all = m_shown->rules;
        m_answers->show(m_shown, m_shown->remarks);
        m_question->setText(m_answers->rowCount() == 0
                                ? tr("Nothing is to be said of %n access rule(s).", nullptr, all)
                                : tr("What is to be said of %n access rule(s)", nullptr, all));
        break;
    }
    case Question::Nothing:
        break;
    }
    fitColumns();
}

/// As wide as the first rows need.
void AccessView::fitColumns()
{
    for (int column = 0; column < AccessAnswers::ColumnCount; ++column) {
        m_answersView->resizeColumnToContents(column);
        if (m_answersView->columnWidth(column) > theme::scaled(widestColumn))
            m_answersView->setColumnWidth(column, theme::scaled(widestColumn));
    }
}

/// What is selected elsewhere is asked here.
void AccessView::followSelection()
{
    if (!isVisible() || !m_shown)
        return;
    if (const auto *topic = std::get_if<TopicName>(&m_session.selection()))
        askTopic(topic->value);
    else if (const auto *context = std::get_if<ContextId>(&m_session.selection()))
        for (const std::string &principal : m_shown->review->principals())
            if (const Context *known = m_shown->review->contextOf(principal);
                known && known->id == *context)
                return askPrincipal(principal);
}

void AccessView::goTo(const QModelIndex &index)
{
    if (const RequestedAcl *asked = index.isValid() ? m_answers->asked(index.row()) : nullptr)
        m_session.reveal(asked->reason.file,
                         {asked->reason.range.begin, asked->reason.range.begin});
}

Result<void> AccessView::exportTo(const QString &path) const
{
    if (!m_shown)
        return tl::unexpected(
            Error{Error::Code::NotFound, "There are no answers to export yet.", {}});
    const report::AccessQuestion question{*m_shown->review, *m_shown->workspace, m_subject,
                                          m_shown->environment};
    const bool isReview = m_asked == Question::All;
    std::string text;
    if (path.endsWith(QStringLiteral(".html"), Qt::CaseInsensitive))
        text = isReview ? report::aclReviewHtml(question, m_answers->reviews())
                        : report::accessHtml(question, m_answers->answers());
    else if (path.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive))
        text = isReview ? report::aclReviewJson(question, m_answers->reviews())
                        : report::accessJson(question, m_answers->answers());
    else
        text = isReview ? report::aclReviewCsv(question, m_answers->reviews())
                        : report::accessCsv(question, m_answers->answers());
    return writeFileAtomically(pathFromQt(path), text);
}

void AccessView::chooseExport()
{
    auto *dialog = new QFileDialog(this, tr("Export the answers"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Table (*.csv)"), tr("Page (*.html)"), tr("Data (*.json)")});
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        const qsizetype dot = filter.lastIndexOf(u'.') + 1;
        dialog->setDefaultSuffix(filter.mid(dot, filter.size() - dot - 1));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const Result<void> result = exportTo(path);
        emit message(result ? tr("The answers were exported to %1.").arg(path)
                            : toQt(result.error().message));
    });
    dialog->open();
}

void AccessView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace meshwright::ui
