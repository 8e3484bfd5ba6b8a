// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/topology/topology.h"

#include <QWidget>

#include <set>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace meshwright::ui {

class GraphInquiry;
class Session;

/// What stands out in the graph (cycles, hubs, close pairs, topics that lack a side), and the way
/// of data between two contexts. What is chosen is brought forward in the picture.
class InsightsPanel : public QWidget
{
    Q_OBJECT

public:
    InsightsPanel(GraphInquiry &inquiry, Session &session, QWidget *parent = nullptr);

    QTreeWidget *tree() const { return m_tree; }

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeWay();
    void makeTree();
    void retranslate();
    void fill();
    void addMismatches();
    TopologyPtr topology() const;
    void fillContexts();
    template <typename List, typename AddRow>
    void addGroup(const QString &title, const List &list, const AddRow &addRow);
    QTreeWidgetItem *addItem(QTreeWidgetItem *group, const QString &text, const QString &tip,
                             const std::set<ContextId> &contexts, const QString &title);
    QString namesOf(const std::vector<ContextId> &ids, std::size_t most,
                    const QString &between) const;
    QString nameOf(const ContextId &id) const;
    void show(QTreeWidgetItem *item);
    void showWay();

    GraphInquiry &m_inquiry;
    Session &m_session;
    QComboBox *m_from = nullptr;
    QComboBox *m_to = nullptr;
    QPushButton *m_showWay = nullptr;
    QLabel *m_way = nullptr;
    QTreeWidget *m_tree = nullptr;
};

} // namespace meshwright::ui
