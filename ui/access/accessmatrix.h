// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/access/accessreviewer.h"

#include <QAbstractTableModel>
#include <QHash>

namespace meshwright::ui {

/// Topics down, principals across; each cell says what the one may do with the other. A cell is
/// judged when it is seen, so that millions of them cost nothing.
class AccessMatrix : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// What a cell says.
    struct Cell
    {
        Decision read;
        Decision write;
    };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const MadeReviewPtr &made);
    /// Only names that hold these words.
    void setFilter(const QString &topics, const QString &principals);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const std::string &topic(int row) const;
    const std::string &principal(int column) const;
    Cell cell(int row, int column) const;

private:
    void filter();
    const std::vector<const Acl *> &about(int row) const;

    MadeReviewPtr m_made;
    QString m_topicFilter;
    QString m_principalFilter;
    std::vector<std::size_t> m_topics; ///< indices in the review's
    std::vector<std::size_t> m_principals;
    mutable QHash<int, std::vector<const Acl *>> m_about; ///< by row
};

} // namespace meshwright::ui
