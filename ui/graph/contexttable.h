// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/topology/topology.h"

#include <QTreeView>

class QSortFilterProxyModel;
class QStandardItemModel;

namespace meshwright::ui {

class GraphInquiry;
class Session;

/// The contexts of the picture as a table that stays in step with it: for those who look for a
/// number, and for screen readers. While something is asked, it has what answers.
class ContextTable : public QTreeView
{
    Q_OBJECT

public:
    ContextTable(GraphInquiry &inquiry, Session &session, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void fill();
    void addRows(const Topology &topology);
    void nameColumns();
    void sizeColumns();
    void filter();
    void followSelection();
    void takeSelection();

    GraphInquiry &m_inquiry;
    Session &m_session;
    QStandardItemModel *m_rows;
    QSortFilterProxyModel *m_shown;
    bool m_isFollowing = false;
};

} // namespace meshwright::ui
