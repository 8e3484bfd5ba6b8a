// SPDX-License-Identifier: Apache-2.0
#include "ui/designer/consumedtable.h"

#include "ui/designer/card.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include <QSignalBlocker>

namespace meshwright::ui {

namespace {

constexpr int mostRows = 10;

enum Column { TopicColumn, StateColumn };

struct Sign
{
    const char *icon;
    theme::Ink ink;
    QString text;
};

Sign stateOf(const modelling::FormConsumption &consumption)
{
    if (!consumption.owner)
        return {"warning", theme::Ink::Warning, ConsumedTable::tr("no known context owns it")};
    if (!consumption.access)
        return {"warning", theme::Ink::Warning, ConsumedTable::tr("the owner does not declare it")};
    if (consumption.mayRead)
        return {"check", theme::Ink::Good, ConsumedTable::tr("may read it")};
    if (consumption.access == Access::Private)
        return {"error", theme::Ink::Error, ConsumedTable::tr("is private: nobody else reads it")};
    return {"warning", theme::Ink::Warning, ConsumedTable::tr("waits for a grant")};
}

} // namespace

ConsumedTable::ConsumedTable(QWidget *parent)
    : QTreeWidget(parent)
{
    dressFormTable(*this, "designerConsumed", tr("Consumed topics"), {tr("Topic"), tr("Access")});
    setRootIsDecorated(false);
    connect(this, &QTreeWidget::currentItemChanged, this, [this] {
        const int row = indexOfTopLevelItem(currentItem());
        if (row >= 0 && row < static_cast<int>(m_consumptions.size()))
            emit placeChosen(m_consumptions[static_cast<std::size_t>(row)].place);
    });
}

void ConsumedTable::show(const std::vector<modelling::FormConsumption> &consumptions)
{
    const QSignalBlocker quiet(this);
    const auto before = current();
    m_consumptions = consumptions;
    clear();
    for (const modelling::FormConsumption &consumption : consumptions) {
        auto *row = new QTreeWidgetItem(this);
        const Sign state = stateOf(consumption);
        row->setText(TopicColumn, toQt(consumption.topic.value));
        row->setToolTip(TopicColumn, toQt(consumption.topic.value));
        row->setFont(TopicColumn, theme::fixedFont());
        row->setIcon(StateColumn, theme::icon(state.icon, state.ink));
        row->setText(StateColumn, state.text);
        if (before && *before == consumption.topic)
            setCurrentItem(row);
    }
    fitToRows(this, mostRows);
}

std::optional<TopicName> ConsumedTable::current() const
{
    const int row = indexOfTopLevelItem(currentItem());
    if (row < 0 || row >= static_cast<int>(m_consumptions.size()))
        return std::nullopt;
    return m_consumptions[static_cast<std::size_t>(row)].topic;
}

} // namespace meshwright::ui
