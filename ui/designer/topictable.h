// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/modelling/contextform.h"

#include <QTreeWidget>

namespace meshwright::ui {

class Deeds;

/// The topics that a context owns, one a row; numbers and retention are edited in place.
class TopicTable : public QWidget
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        AccessColumn,
        PartitionsColumn,
        ReplicasColumn,
        RetentionColumn,
        ReadersColumn
    };

    explicit TopicTable(Deeds &deeds, QWidget *parent = nullptr);

    /// Keeps the current topic where it is still there; a cell that is being edited stays.
    void show(const modelling::ContextForm &form, const Convention &convention);
    std::optional<TopicName> current() const;
    void setCurrent(const TopicName &topic);

    QTreeWidget *table() const { return m_table; }

signals:
    void currentChanged();
    /// The access was double-clicked: it isn't changed in passing.
    void accessRequested();

private:
    void fill(QTreeWidgetItem *row, const modelling::FormTopic &topic,
              const Convention &convention);
    void commit(QTreeWidgetItem *row, int column);

    Deeds &m_deeds;
    QTreeWidget *m_table;
    modelling::ContextForm m_form;
    bool m_isFilling = false;
};

} // namespace meshwright::ui
