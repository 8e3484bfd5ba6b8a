// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/modelling/contextform.h"

#include <QTreeWidget>

namespace meshwright::ui {

/// The topics of other contexts that a context consumes, and whether it may.
class ConsumedTable : public QTreeWidget
{
    Q_OBJECT

public:
    explicit ConsumedTable(QWidget *parent = nullptr);

    void show(const std::vector<modelling::FormConsumption> &consumptions);
    std::optional<TopicName> current() const;

signals:
    void placeChosen(const meshwright::asyncapi::Place &place);

private:
    std::vector<modelling::FormConsumption> m_consumptions;
};

} // namespace meshwright::ui
