// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/contexttable.h"

#include "ui/graph/contextname.h"
#include "ui/graph/graphinquiry.h"
#include "ui/graph/grouprow.h"
#include "ui/session/places.h"
#include "ui/session/session.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QShowEvent>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>

#include <map>
#include <set>

namespace meshwright::ui {

namespace {

constexpr int idRole = Qt::UserRole;

enum Column { NameColumn, DomainColumn, OwnedColumn, SourcesColumn, ReadersColumn, ColumnCount };

/// The rows whose contexts answer.
class Answering : public QSortFilterProxyModel
{
public:
    Answering(const GraphInquiry &inquiry, QObject *parent)
        : QSortFilterProxyModel(parent)
        , m_inquiry(inquiry)
    {
        setSortCaseSensitivity(Qt::CaseInsensitive);
        setSortRole(Qt::EditRole);
    }

    void refresh() { invalidateFilter(); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const auto &matches = m_inquiry.matches();
        const QString id = sourceModel()->index(row, 0, parent).data(idRole).toString();
        return !matches || matches->contains({fromQt(id)});
    }

private:
    const GraphInquiry &m_inquiry;
};

QStandardItem *number(int value)
{
    auto *item = new QStandardItem;
    item->setData(value, Qt::EditRole);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

} // namespace

ContextTable::ContextTable(GraphInquiry &inquiry, Session &session, QWidget *parent)
    : QTreeView(parent)
    , m_inquiry(inquiry)
    , m_session(session)
    , m_rows(new QStandardItemModel(0, ColumnCount, this))
    , m_shown(new Answering(inquiry, this))
{
    setObjectName(QStringLiteral("graphTable"));
    m_shown->setSourceModel(m_rows);
    setModel(m_shown);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setSortingEnabled(true);
    setEditTriggers(NoEditTriggers);
    setTextElideMode(Qt::ElideMiddle);
    sortByColumn(NameColumn, Qt::AscendingOrder);
    header()->setStretchLastSection(false);
    connect(&m_inquiry, &GraphInquiry::answersChanged, this, &ContextTable::fill);
    connect(&m_inquiry, &GraphInquiry::lookChanged, this, &ContextTable::filter);
    connect(&m_session, &Session::selectionChanged, this, &ContextTable::followSelection);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ContextTable::takeSelection);
    connect(this, &QTreeView::activated, this, [this](const QModelIndex &index) {
        const ContextId id{fromQt(index.siblingAtColumn(NameColumn).data(idRole).toString())};
        if (const auto place = placeOf(m_session.snapshot(), id))
            m_session.reveal(place->file, place->range);
    });
    fill();
}

void ContextTable::fill()
{
    setAccessibleName(tr("Bounded contexts"));
    if (!isVisible())
        return;
    const QScopedValueRollback following(m_isFollowing, true);
    m_shown->setSourceModel(nullptr); // so that it need not sort row by row
    m_rows->setRowCount(0);
    nameColumns();
    if (const TopologyPtr &topology = m_session.snapshot().topology)
        addRows(*topology);
    m_shown->setSourceModel(m_rows);
    sizeColumns();
    followSelection();
}

void ContextTable::nameColumns()
{
    m_rows->setHorizontalHeaderLabels(
        {tr("Context"), tr("Domain"), tr("Owns"), tr("From"), tr("To")});
    const QStringList tips{tr("The bounded context"), tr("Its domain"), tr("Topics that it owns"),
                           tr("Contexts that it reads from"), tr("Contexts that read from it")};
    for (int column = NameColumn; column < ColumnCount; ++column) {
        QStandardItem *item = m_rows->horizontalHeaderItem(column);
        item->setToolTip(tips[column]);
        item->setData(tips[column], Qt::AccessibleTextRole);
        if (column >= OwnedColumn)
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
}

/// Names take what numbers leave.
void ContextTable::sizeColumns()
{
    header()->setMinimumSectionSize(theme::scaled(40));
    header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    header()->setSectionResizeMode(DomainColumn, QHeaderView::Interactive);
    header()->resizeSection(DomainColumn, theme::scaled(104));
    for (int column = OwnedColumn; column < ColumnCount; ++column) {
        header()->setSectionResizeMode(column, QHeaderView::Interactive);
        header()->resizeSection(column, theme::scaled(52));
    }
}

void ContextTable::addRows(const Topology &topology)
{
    std::map<ContextId, std::pair<std::set<ContextId>, std::set<ContextId>>> partners;
    std::map<ContextId, int> owned;
    for (const Edge &edge : topology.edges)
        if (edge.kind == EdgeKind::Consumes && edge.from != edge.to) {
            partners[edge.to].first.insert(edge.from);
            partners[edge.from].second.insert(edge.to);
        }
    for (const Topic &topic : topology.topics)
        ++owned[topic.owner];
    for (const Context &context : topology.contexts) {
        auto *name = new QStandardItem(contextName(context));
        name->setData(toQt(context.id.value), idRole);
        name->setToolTip(plainTip(toQt(context.id.value)));
        const auto &[sources, readers] = partners[context.id];
        m_rows->appendRow({name, new QStandardItem(toQt(context.domain)), number(owned[context.id]),
                           number(static_cast<int>(sources.size())),
                           number(static_cast<int>(readers.size()))});
    }
}

void ContextTable::filter()
{
    const QScopedValueRollback following(m_isFollowing, true);
    static_cast<Answering *>(m_shown)->refresh();
    followSelection();
}

void ContextTable::followSelection()
{
    const QScopedValueRollback following(m_isFollowing, true);
    const auto *id = std::get_if<ContextId>(&m_session.selection());
    if (!id) {
        clearSelection();
        return;
    }
    const QModelIndexList found = m_shown->match(m_shown->index(0, 0), idRole, toQt(id->value), 1,
                                                 Qt::MatchExactly | Qt::MatchCaseSensitive);
    if (found.isEmpty()) {
        clearSelection();
        return;
    }
    setCurrentIndex(found.front());
    scrollTo(found.front());
}

void ContextTable::takeSelection()
{
    const QString id = currentIndex().siblingAtColumn(NameColumn).data(idRole).toString();
    if (!m_isFollowing && !id.isEmpty())
        m_session.select(ContextId{fromQt(id)});
}

/// What came while it was not seen.
void ContextTable::showEvent(QShowEvent *event)
{
    fill();
    QTreeView::showEvent(event);
}

void ContextTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QTreeView::changeEvent(event);
}

} // namespace meshwright::ui
