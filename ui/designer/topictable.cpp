// SPDX-License-Identifier: Apache-2.0
#include "ui/designer/topictable.h"

#include "ui/designer/card.h"
#include "ui/designer/deeds.h"
#include "ui/text/text.h"
#include "ui/theme/accessicon.h"
#include "ui/theme/pathdelegate.h"
#include "ui/theme/theme.h"

#include "meshwright/modelling/topicacts.h"

#include <QLocale>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace meshwright::ui {

namespace {

constexpr int mostRows = 12;

/// Only what is a value can be typed over.
class CellDelegate : public theme::SpecTextDelegate
{
public:
    using theme::SpecTextDelegate::SpecTextDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override
    {
        const bool isValue = index.column() == TopicTable::PartitionsColumn ||
                             index.column() == TopicTable::ReplicasColumn ||
                             index.column() == TopicTable::RetentionColumn;
        return isValue ? QStyledItemDelegate::createEditor(parent, option, index) : nullptr;
    }
};

} // namespace

TopicTable::TopicTable(Deeds &deeds, QWidget *parent)
    : QWidget(parent)
    , m_deeds(deeds)
    , m_table(makeFormTable("designerTopics", tr("Owned topics"),
                            {tr("Topic"), tr("Access"), tr("Partitions"), tr("Replicas"),
                             tr("Retention"), tr("Readers")}))
{
    m_table->setItemDelegate(new CellDelegate(m_table));
    setFocusProxy(m_table);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_table);
    connect(m_table, &QTreeWidget::currentItemChanged, this, [this] {
        if (!m_isFilling)
            emit currentChanged();
    });
    connect(m_table, &QTreeWidget::itemChanged, this, &TopicTable::commit);
    connect(m_table, &QTreeWidget::itemDoubleClicked, this, [this](QTreeWidgetItem *, int column) {
        if (column == AccessColumn)
            emit accessRequested();
    });
}

void TopicTable::show(const modelling::ContextForm &form, const Convention &convention)
{
    const auto before = current();
    m_form = form;
    if (m_table->findChild<QWidget *>(QStringLiteral("qt_editor")) != nullptr)
        return;
    const QScopedValueRollback<bool> filling(m_isFilling, true);
    const auto count = static_cast<int>(form.topics.size());
    while (m_table->topLevelItemCount() > count)
        delete m_table->takeTopLevelItem(m_table->topLevelItemCount() - 1);
    for (int row = 0; row < count; ++row) {
        if (row >= m_table->topLevelItemCount())
            m_table->addTopLevelItem(new QTreeWidgetItem);
        fill(m_table->topLevelItem(row), form.topics[static_cast<std::size_t>(row)], convention);
    }
    fitToRows(m_table, mostRows);
    if (before && form.topic(*before))
        setCurrent(*before);
    else
        m_table->setCurrentItem(m_table->topLevelItem(0));
}

void TopicTable::fill(QTreeWidgetItem *row, const modelling::FormTopic &topic,
                      const Convention &convention)
{
    const QString name = toQt(topic.name.value);
    const QString own = toQt(m_form.id.value) + QLatin1Char('.');
    row->setText(NameColumn, name.startsWith(own) ? name.mid(own.size()) : name);
    row->setToolTip(NameColumn, name);
    row->setFont(NameColumn, theme::fixedFont());
    row->setData(NameColumn, Qt::UserRole, name);
    row->setIcon(AccessColumn, topic.access ? theme::accessIcon(*topic.access)
                                            : theme::icon("warning", theme::Ink::Warning));
    row->setText(AccessColumn, topic.access ? toQt(convention.keyword(*topic.access)) : tr("none"));
    row->setText(PartitionsColumn, toQt(topic.partitions));
    row->setText(ReplicasColumn, toQt(topic.replicas));
    row->setText(RetentionColumn, toQt(topic.retention));
    row->setText(ReadersColumn, QLocale().toString(static_cast<qulonglong>(topic.readers.size())));
    for (const int column : {PartitionsColumn, ReplicasColumn, ReadersColumn})
        row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    const QString asTheEnvironment = tr("Empty: as the environment says");
    row->setToolTip(PartitionsColumn, asTheEnvironment);
    row->setToolTip(ReplicasColumn, asTheEnvironment);
    row->setToolTip(RetentionColumn, tr("48 h, 7 d, forever; empty: as the broker says"));
    row->setFlags(row->flags() | Qt::ItemIsEditable);
}

std::optional<TopicName> TopicTable::current() const
{
    const QTreeWidgetItem *row = m_table->currentItem();
    if (!row)
        return std::nullopt;
    return TopicName{fromQt(row->data(NameColumn, Qt::UserRole).toString())};
}

void TopicTable::setCurrent(const TopicName &topic)
{
    for (int row = 0; row < m_table->topLevelItemCount(); ++row)
        if (fromQt(m_table->topLevelItem(row)->data(NameColumn, Qt::UserRole).toString()) ==
            topic.value)
            m_table->setCurrentItem(m_table->topLevelItem(row),
                                    std::max(0, m_table->currentColumn()));
}

void TopicTable::commit(QTreeWidgetItem *row, int column)
{
    const auto name = TopicName{fromQt(row->data(NameColumn, Qt::UserRole).toString())};
    const modelling::FormTopic *topic = m_form.topic(name);
    if (m_isFilling || !topic)
        return;
    const modelling::ChannelId channel = topic->channel;
    const QString text = row->text(column).trimmed();
    if (column == RetentionColumn) {
        const auto duration = text.isEmpty() ? std::nullopt : std::optional(fromQt(text));
        return m_deeds.run(tr("Set retention"), [channel, duration](const Topology &topology) {
            return modelling::setRetention(topology, channel, duration);
        });
    }
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!text.isEmpty() && !isNumber)
        return m_deeds.refuse(tr("'%1' is no number: write a whole one, or nothing.").arg(text));
    const auto count = isNumber ? std::optional(number) : std::nullopt;
    const auto set = column == PartitionsColumn ? modelling::setPartitions : modelling::setReplicas;
    m_deeds.run(column == PartitionsColumn ? tr("Set partitions") : tr("Set replicas"),
                [=](const Topology &topology) { return set(topology, channel, count); });
}

} // namespace meshwright::ui
