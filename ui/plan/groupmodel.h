// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemModel>
#include <QSortFilterProxyModel>

#include <vector>

namespace meshwright::ui {

class Session;

/// Rows under groups, as a plan and a drift list them: what is not known or can't be done first,
/// then what there is of each context. The first column is the sign.
class GroupModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        ProblemRole = Qt::UserRole, ///< bool: a row that is a message more than anything else
        FileRole,                   ///< where a spec asks for it; empty where there is none
        LineRole,                   ///< from 1; 0 where there is none
        InkRole,                    ///< int of theme::Ink, for the sign
        SearchRole,                 ///< all of a row's text
        DetailRole,                 ///< the whole row in sentences
        CountsRole,                 ///< a group's, as a text beside its title
        FirstOwnRole                ///< of a model
    };

    using QAbstractItemModel::QAbstractItemModel;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    enum class Kind { Problem, Item, Other };

    struct Group
    {
        QString title;
        Kind kind = Kind::Item;        ///< of its rows
        std::vector<std::size_t> rows; ///< numbers among all that there is of this kind
    };

    virtual QVariant groupData(const Group &group, int column, int role) const = 0;
    virtual QVariant rowData(Kind kind, std::size_t number, int column, int role) const = 0;

    std::vector<Group> m_groups;
};

/// The rows with a text, under their groups; of a group with it in its title, all.
class GroupFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit GroupFilter(GroupModel &model);
};

/// Shows the line of a spec that asks for the row, where there is one.
void revealPlace(Session &session, const QModelIndex &row);

} // namespace meshwright::ui
