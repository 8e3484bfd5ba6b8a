// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/access/accessreviewer.h"

#include <QAbstractTableModel>

namespace meshwright::ui {

/// The answers to one question, a row each: who may do what, by which ACL, and which line asks for
/// it. Or all ACLs of which there is something to say.
class AccessAnswers : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { VerdictColumn, WhoColumn, WhatColumn, AskedColumn, AclColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const MadeReviewPtr &made, std::vector<AccessAnswer> answers);
    void show(const MadeReviewPtr &made, std::vector<AclReview> reviews);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The line that asks for what the row is about; null where none does.
    const RequestedAcl *asked(int row) const;

    const std::vector<AccessAnswer> &answers() const { return m_answers; }

    const std::vector<AclReview> &reviews() const { return m_reviews; }

private:
    QString textOf(const AccessAnswer &answer, int column) const;
    QString textOf(const AclReview &review, int column) const;
    QString placeOf(const RequestedAcl *asked) const;

    MadeReviewPtr m_made;
    std::vector<AccessAnswer> m_answers;
    std::vector<AclReview> m_reviews;
    bool m_isOneTopic = false; ///< that is asked about, and need not stand in each row
};

} // namespace meshwright::ui
