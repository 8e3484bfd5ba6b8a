// SPDX-License-Identifier: Apache-2.0
#include "ui/problems/problemsview.h"

#include "meshwright/lint/allowing.h"
#include "ui/problems/problemsmodel.h"
#include "ui/problems/ruledialog.h"
#include "ui/session/places.h"
#include "ui/session/session.h"
#include "ui/shell/emptystate.h"
#include "ui/text/text.h"
#include "ui/theme/fittingcolumns.h"
#include "ui/theme/pathdelegate.h"
#include "ui/theme/searchfield.h"
#include "ui/theme/theme.h"
#include "ui/theme/wraplayout.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QInputDialog>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>

namespace meshwright::ui {

namespace {

/// Text and severities at once.
class Filter : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setShown(bool errors, bool warnings, bool others)
    {
        m_errors = errors;
        m_warnings = warnings;
        m_others = others;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QModelIndex index = sourceModel()->index(row, 0, parent);
        if (index.data(ProblemsModel::AllowedRole).toBool())
            return QSortFilterProxyModel::filterAcceptsRow(row, parent);
        const auto severity =
            static_cast<Severity>(index.data(ProblemsModel::SeverityRole).toInt());
        const bool shown = severity == Severity::Error     ? m_errors
                           : severity == Severity::Warning ? m_warnings
                                                           : m_others;
        return shown && QSortFilterProxyModel::filterAcceptsRow(row, parent);
    }

private:
    bool m_errors = true;
    bool m_warnings = true;
    bool m_others = true;
};

} // namespace

ProblemsView::ProblemsView(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new ProblemsModel(session, this))
    , m_proxy(new Filter(this))
    , m_stack(new QStackedWidget)
    , m_table(new QTreeView)
    , m_empty(new EmptyState(QStringLiteral("check"), QString(), QString()))
{
    m_proxy->setSourceModel(m_model);
    m_proxy->setFilterRole(ProblemsModel::FilterRole);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setSortRole(ProblemsModel::SortRole);
    makeTable();
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *columns = new QVBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(makeBar());
    columns->addWidget(m_stack, 1);
    connect(&m_session, &Session::snapshotChanged, this, &ProblemsView::updateState);
    updateState();
}

void ProblemsView::makeTable()
{
    m_table->setObjectName(QStringLiteral("problemsTable"));
    m_table->setAccessibleName(tr("Problems"));
    m_table->setModel(m_proxy);
    m_table->setRootIsDecorated(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setUniformRowHeights(true);
    m_table->setSortingEnabled(true);
    m_table->setItemDelegate(new theme::SpecTextDelegate(m_table));
    m_table->setItemDelegateForColumn(ProblemsModel::PlaceColumn, new theme::PathDelegate(m_table));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->sortByColumn(ProblemsModel::MessageColumn, Qt::AscendingOrder);
    QHeaderView *header = m_table->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(ProblemsModel::MessageColumn, QHeaderView::Stretch);
    new theme::FittingColumns(
        m_table, {{ProblemsModel::RuleColumn, 225}, {ProblemsModel::PlaceColumn, 240}});
    connect(m_table, &QTreeView::activated, this, &ProblemsView::activate);
    connect(m_table, &QWidget::customContextMenuRequested, this, &ProblemsView::showMenu);
}

QToolButton *ProblemsView::makeSeverityToggle(const char *icon, const QString &tip)
{
    auto *button = new QToolButton;
    button->setIcon(theme::icon(icon, qstrcmp(icon, "error") == 0     ? theme::Ink::Error
                                      : qstrcmp(icon, "warning") == 0 ? theme::Ink::Warning
                                                                      : theme::Ink::Accent));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setCheckable(true);
    button->setChecked(true);
    button->setAutoRaise(true);
    connect(button, &QToolButton::toggled, this, &ProblemsView::updateFilter);
    return button;
}

QWidget *ProblemsView::makeBar()
{
    auto *bar = new QWidget;
    m_filter = new QLineEdit;
    m_filter->setObjectName(QStringLiteral("problemsFilter"));
    m_filter->setAccessibleName(tr("Filter problems"));
    m_filter->setPlaceholderText(tr("Filter by text, rule or file"));
    theme::dressSearchField(*m_filter, "filter");
    m_errors = makeSeverityToggle("error", tr("Show errors"));
    m_warnings = makeSeverityToggle("warning", tr("Show warnings"));
    m_others = makeSeverityToggle("info", tr("Show hints"));
    m_allowed = makeSeverityToggle("skipped", tr("Show findings that comments allow"));
    m_allowed->setObjectName(QStringLiteral("allowedFindings"));
    m_allowed->setChecked(false);
    connect(m_allowed, &QToolButton::toggled, this, [this](bool shown) {
        m_model->setAllowedShown(shown);
        updateState();
    });
    connect(m_filter, &QLineEdit::textChanged, this, &ProblemsView::updateFilter);
    auto *row = new theme::WrapLayout(bar);
    row->setContentsMargins(theme::padding, theme::grid, theme::padding, theme::grid);
    row->setSpacing(theme::grid);
    row->addWidget(m_filter, 1);
    row->addStretch();
    row->addWidget(m_errors);
    row->addWidget(m_warnings);
    row->addWidget(m_others);
    row->addWidget(m_allowed);
    return bar;
}

void ProblemsView::updateFilter()
{
    static_cast<Filter *>(m_proxy)->setShown(m_errors->isChecked(), m_warnings->isChecked(),
                                             m_others->isChecked());
    m_proxy->setFilterFixedString(m_filter->text());
    updateState();
}

void ProblemsView::updateState()
{
    const Snapshot &snapshot = m_session.snapshot();
    const FindingCounts counts =
        snapshot.diagnostics ? countFindings(*snapshot.diagnostics) : FindingCounts{};
    m_errors->setText(QLocale().toString(counts.errors));
    m_warnings->setText(QLocale().toString(counts.warnings));
    m_others->setText(QLocale().toString(counts.others));
    const auto allowed = snapshot.allowed ? snapshot.allowed->size() : 0;
    m_allowed->setText(QLocale().toString(static_cast<qulonglong>(allowed)));
    m_allowed->setVisible(allowed > 0);
    if (!m_session.isOpen())
        m_empty->setTexts(tr("Nothing to check yet"),
                          tr("Findings of the rules appear here once a folder is open."));
    else if (counts.isEmpty() && snapshot.workspace->specs().empty())
        m_empty->setTexts(tr("Nothing to check"),
                          tr("There are no AsyncAPI specs in this folder."));
    else if (counts.isEmpty())
        m_empty->setTexts(tr("No problems"),
                          tr("All %n spec(s) follow the rules.", nullptr,
                             static_cast<int>(snapshot.workspace->specs().size())));
    else
        m_empty->setTexts(tr("Nothing fits the filter"), tr("Clear it to see all findings."));
    m_stack->setCurrentWidget(m_proxy->rowCount() > 0 ? static_cast<QWidget *>(m_table) : m_empty);
}

std::optional<Diagnostic> ProblemsView::current() const
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid())
        return std::nullopt;
    return m_model->diagnostic(m_proxy->mapToSource(index).row());
}

void ProblemsView::setFilter(const QString &text)
{
    m_filter->setText(text);
}

void ProblemsView::activate(const QModelIndex &index)
{
    if (index.isValid() && index.column() == ProblemsModel::RuleColumn)
        showRule(m_model->diagnostic(m_proxy->mapToSource(index).row()));
    else
        goTo(index);
}

void ProblemsView::showRule(const Diagnostic &diagnostic)
{
    if (const Rule *rule = findRule(diagnostic.rule))
        (new RuleDialog(*rule, this))->show();
}

void ProblemsView::askAllowance(const Diagnostic &diagnostic)
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("allowReason"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Allow this finding"));
    dialog->setLabelText(tr("Why may it stay? The reason is written above its line."));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, diagnostic](const QString &reason) { allow(diagnostic, reason); });
    dialog->open();
}

void ProblemsView::allow(const Diagnostic &diagnostic, const QString &reason)
{
    if (!m_session.isUpToDate())
        return;
    const auto edit = allowHere(*m_session.snapshot().topology, diagnostic, reason.toStdString());
    const auto done = edit ? m_session.perform(*edit, tr("Allow %1").arg(toQt(diagnostic.rule)))
                           : Result<void>(tl::unexpected(edit.error()));
    if (!done)
        emit messageShown(toQt(done.error().message));
}

void ProblemsView::goTo(const QModelIndex &index)
{
    if (index.isValid())
        m_session.reveal(m_model->diagnostic(m_proxy->mapToSource(index).row()));
}

void ProblemsView::showMenu(const QPoint &point)
{
    const QModelIndex index = m_table->indexAt(point);
    if (!index.isValid())
        return;
    const int row = m_proxy->mapToSource(index).row();
    const Diagnostic diagnostic = m_model->diagnostic(row);
    const bool isAllowed = m_model->isAllowed(row);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QuickFix &fix : isAllowed ? std::vector<QuickFix>() : diagnostic.fixes) {
        const QString title = toQt(fix.title);
        QAction *action = menu->addAction(theme::icon("lightbulb", theme::Ink::Accent), title, this,
                                          [this, edit = fix.edit, title] {
                                              const auto done = m_session.perform(edit, title);
                                              if (!done)
                                                  emit messageShown(toQt(done.error().message));
                                          });
        action->setEnabled(m_session.isUpToDate());
    }
    if (!menu->isEmpty())
        menu->addSeparator();
    menu->addAction(theme::icon("jump"), tr("Go to the &place"), this,
                    [this, diagnostic] { m_session.reveal(diagnostic); });
    menu->addAction(theme::icon("help"), tr("&What the rule asks for"), this,
                    [this, diagnostic] { showRule(diagnostic); });
    if (!isAllowed && mayBeAllowed(diagnostic))
        menu->addAction(tr("&Allow here…"), this, [this, diagnostic] { askAllowance(diagnostic); })
            ->setEnabled(m_session.isUpToDate());
    menu->addAction(theme::icon("copy"), tr("&Copy the message"), this,
                    [diagnostic] { QApplication::clipboard()->setText(toQt(diagnostic.message)); });
    menu->popup(m_table->viewport()->mapToGlobal(point));
}

} // namespace meshwright::ui
