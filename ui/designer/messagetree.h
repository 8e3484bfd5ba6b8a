// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/modelling/contextform.h"

#include <QTreeWidget>

#include <map>

namespace meshwright::ui {

/// Messages with the fields of their payloads, in whatever format these are.
class MessageTree : public QTreeWidget
{
    Q_OBJECT

public:
    explicit MessageTree(QWidget *parent = nullptr);

    void show(const std::vector<modelling::FormMessage> &messages);
    /// The name of the message that the current row is, or belongs to; none without a row.
    std::optional<std::string> currentMessage() const;

signals:
    void placeChosen(const meshwright::asyncapi::Place &place);

private:
    void addFields(QTreeWidgetItem *message, const modelling::FormMessage &form);
    void chooseCurrent();

    std::map<const QTreeWidgetItem *, asyncapi::Place> m_places;
};

} // namespace meshwright::ui
