// SPDX-License-Identifier: Apache-2.0
#include "ui/drift/driftview.h"

#include "ui/designer/actdialog.h"
#include "ui/designer/actfields.h"
#include "ui/drift/driftbar.h"
#include "ui/drift/driftcontroller.h"
#include "ui/drift/driftheader.h"
#include "ui/drift/drifttexts.h"
#include "ui/drift/drifttree.h"
#include "ui/plan/emptypage.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include "meshwright/adoption/adoptdrift.h"

#include <QAction>
#include <QEvent>
#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <set>

namespace meshwright::ui {

namespace {

// In lines of text: below it, the list needs the room more.
constexpr int roomForDetail = 25;
constexpr int roomForComparison = 19;
constexpr int fewestRows = 2;

QFrame *line(QWidget *parent)
{
    auto *frame = new QFrame(parent);
    frame->setFixedHeight(1);
    frame->setAutoFillBackground(true);
    frame->setBackgroundRole(QPalette::Mid);
    return frame;
}

} // namespace

DriftView::DriftView(Session *session, DriftController *controller, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_controller(controller)
{
    setObjectName(QStringLiteral("driftView"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_filtered.setSourceModel(&m_model);
    m_filtered.setRecursiveFilteringEnabled(true);
    m_filtered.setAutoAcceptChildRows(true);
    m_filtered.setFilterRole(DriftModel::SearchRole);
    m_filtered.setFilterCaseSensitivity(Qt::CaseInsensitive);
    makeWidgets();
    makeMenu();
    connectParts();
    takeMade();
}

void DriftView::makeWidgets()
{
    m_empty = new EmptyPage(this);
    m_page = new QWidget(this);
    m_header = new DriftHeader(m_page);
    m_tree = new DriftTree(m_page);
    m_tree->setModel(&m_filtered);
    m_detail = new QLabel(m_page);
    m_detail->setObjectName(QStringLiteral("driftDetail"));
    theme::setFont(*m_detail, theme::detailFont);
    m_detail->setWordWrap(true);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setContentsMargins(theme::widePadding, theme::padding, theme::widePadding,
                                 theme::padding);
    m_detail->setAutoFillBackground(true);
    m_detail->setBackgroundRole(QPalette::Window);
    m_detail->hide();
    m_bar = new DriftBar(m_page);
    m_page->installEventFilter(this);
    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_tree, 1);
    column->addWidget(m_detail);
    column->addWidget(line(m_page));
    column->addWidget(m_bar);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_page);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_pages);
}

void DriftView::makeMenu()
{
    auto *open = new QAction(theme::icon("jump"), tr("Go to the spec"), this);
    connect(open, &QAction::triggered, this, [this] { jump(m_tree->currentIndex()); });
    m_tree->addActions({m_bar->restoreAction(), m_bar->adoptAction(), open});
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void DriftView::connectParts()
{
    connect(m_controller, &DriftController::madeChanged, this, &DriftView::takeMade);
    connect(m_controller, &DriftController::changed, this, &DriftView::refresh);
    connect(m_session, &Session::opened, this, &DriftView::refresh);
    connect(m_header, &DriftHeader::compareRequested, m_controller, &DriftController::compare);
    connect(m_header, &DriftHeader::cancelRequested, m_controller, &DriftController::cancel);
    connect(m_header, &DriftHeader::filterChanged, this, [this](const QString &text) {
        m_filtered.setFilterFixedString(text.trimmed());
        m_tree->expandAsFits();
        showChosen();
    });
    connect(m_header, &DriftHeader::unknownsRequested, this, [this] {
        const auto first = m_filtered.index(0, 0);
        m_tree->expand(first);
        m_tree->scrollTo(first, QAbstractItemView::PositionAtTop);
        m_tree->setCurrentIndex(m_filtered.index(0, 0, first));
        m_tree->setFocus();
    });
    connect(m_tree, &DriftTree::placeActivated, this, &DriftView::jump);
    connect(m_tree, &QTreeView::doubleClicked, this, &DriftView::jump);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &DriftView::showChosen);
    connect(m_bar->restoreAction(), &QAction::triggered, this,
            [this] { emit restoreRequested(restoring(m_bar->restorable())); });
    connect(m_bar->adoptAction(), &QAction::triggered, this, &DriftView::adopt);
    connect(m_empty, &EmptyPage::actionRequested, this, [this] {
        if (m_controller->isComparing())
            m_controller->cancel();
        else
            m_controller->compare();
    });
    connect(m_empty, &EmptyPage::otherRequested, this,
            [this] { emit connectionRequested(m_controller->environmentName()); });
}

void DriftView::takeMade()
{
    m_model.setDrift(m_controller->made());
    m_tree->expandAsFits();
    refresh();
}

void DriftView::refresh()
{
    const bool hasRows = m_model.rowCount() > 0;
    m_pages->setCurrentWidget(hasRows ? m_page : m_empty);
    if (!hasRows)
        return showEmpty();
    m_header->describe(*m_model.made(), *m_controller);
    showChosen();
}

void DriftView::showEmpty()
{
    const auto name = m_controller->environmentName();
    if (m_controller->isComparing())
        return m_empty->setContent({"running",
                                    theme::Ink::Accent,
                                    tr("Reading %1 …").arg(name),
                                    tr("What it has is read, and compared with what the specs ask "
                                       "for. Nothing is written."),
                                    tr("Cancel"),
                                    {},
                                    true});
    if (m_controller->fault())
        return m_empty->setContent(
            {"error", theme::Ink::Error, tr("%1 could not be read").arg(name),
             tr("Whether it is in step is not known. %1").arg(toQt(m_controller->fault()->message)),
             tr("Try again"), tr("Connection…")});
    if (const auto &made = m_controller->made())
        return m_empty->setContent(
            {"done", theme::Ink::Good, drifttexts::headline(*made),
             (m_controller->isOutdated()
                  ? tr("%1. %2. The specs or the cluster changed since then.")
                  : tr("%1. %2."))
                 .arg(drifttexts::comparison(*made), nextComparison(*m_controller)),
             tr("Compare again")});
    if (!m_controller->environment())
        return m_empty->setContent(
            {"compare", theme::Ink::Faint, tr("No comparison yet"),
             tr("Open a folder with specs. Then this shows where a cluster is out of step with "
                "them, whoever moved.")});
    m_empty->setContent(
        {"compare", theme::Ink::Faint, tr("No comparison yet"),
         tr("This will show where %1 is out of step with the specs: changed by hand, or never "
            "applied. Comparing writes nothing. %2.")
             .arg(name, nextComparison(*m_controller)),
         tr("Compare with %1").arg(name)});
}

/// The items of the selected rows; of a group, all that it shows.
std::vector<DriftItem> DriftView::chosen() const
{
    std::set<int> numbers;
    const auto add = [&numbers](const QModelIndex &row) {
        if (const int number = row.data(DriftModel::ItemRole).toInt(); number >= 0)
            numbers.insert(number);
    };
    for (const auto &row : m_tree->selectionModel()->selectedRows()) {
        add(row);
        for (int child = 0; child < m_filtered.rowCount(row); ++child)
            add(m_filtered.index(child, 0, row));
    }
    std::vector<DriftItem> items;
    for (const int number : numbers)
        items.push_back(m_model.made()->drift.items[static_cast<std::size_t>(number)]);
    return items;
}

void DriftView::showChosen()
{
    if (!m_model.made())
        return;
    const auto rows = m_tree->selectionModel()->selectedRows();
    const auto detail =
        rows.size() == 1 ? rows.front().data(DriftModel::DetailRole).toString() : QString();
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty() &&
                         height() >= roomForDetail * fontMetrics().lineSpacing());
    m_bar->describe(*m_model.made(), chosen(),
                    m_controller->isApplying()    ? tr("A plan is being applied.")
                    : m_controller->isComparing() ? tr("The cluster is being compared again.")
                                                  : QString());
}

void DriftView::jump(const QModelIndex &index)
{
    const auto file = fromQt(index.data(DriftModel::FileRole).toString());
    const auto number = index.data(DriftModel::LineRole).toUInt();
    const auto text = m_session->text(file);
    if (number == 0 || !text)
        return;
    const auto begin = text->lineRange(number).begin;
    m_session->reveal(file, {begin, begin});
}

void DriftView::adopt()
{
    const auto &items = m_bar->adoptable();
    auto *dialog =
        new ActDialog(*m_session,
                      tr("Adopt %Ln thing(s) from %1", nullptr, static_cast<int>(items.size()))
                          .arg(m_controller->environmentName()),
                      tr("Adopt into spec"), window());
    const auto act = [items, environment = m_model.made()->environment](
                         const TopologyPtr &topology) -> Result<Proposal> {
        auto edit = adoption::adoptDrift(*topology, environment, items);
        if (!edit)
            return tl::unexpected(edit.error());
        return Proposal{std::move(*edit)};
    };
    dialog->setAct(acts::nothingLacks(), [act]() -> Propose { return act; });
    acts::shown(dialog);
}

void DriftView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_header->setCompact(height() < roomForComparison * fontMetrics().lineSpacing());
    showChosen();
}

/// Lines that wrap have no minimum of their own: in a low window the list gives way, not they.
bool DriftView::eventFilter(QObject *watched, QEvent *event)
{
    const bool isOther = event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize;
    if (watched == m_page && isOther) {
        const auto keep = [this](QWidget *part) {
            part->setMinimumHeight(std::max(0, part->heightForWidth(m_page->width())));
        };
        keep(m_header);
        keep(m_detail);
        keep(m_bar);
        m_tree->setMinimumHeight(m_tree->header()->sizeHint().height() +
                                 fewestRows * theme::rowHeight);
    }
    return QWidget::eventFilter(watched, event);
}

void DriftView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_bar != nullptr)
        refresh();
}

} // namespace meshwright::ui
