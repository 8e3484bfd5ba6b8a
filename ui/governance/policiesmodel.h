// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/policy/survey.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace meshwright::ui {

using SurveyPtr = std::shared_ptr<const policy::Survey>;

/// What policies mean for topics, a row for each of the two; quality rules too. A policy that means
/// no topic has a row of its own.
class PoliciesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { PolicyColumn, TopicColumn, EffectColumn, ReasonColumn, ColumnCount };
    enum class State { Broken, Sets, Fits, Elsewhere, Quality }; ///< in the order of the rows

    struct Row
    {
        const policy::SurveyedPolicy *policy = nullptr; ///< null: a quality rule
        const policy::SurveyedQuality *quality = nullptr;
        const policy::Effect *effect = nullptr; ///< of a policy; null where it means no topic
        const Topic *topic = nullptr;           ///< may be null
    };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const SurveyPtr &survey);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const Row &row(int row) const { return m_rows.at(static_cast<std::size_t>(row)); }

    State state(int at) const { return stateOf(row(at)); }

private:
    static State stateOf(const Row &row);
    QString effectText(const Row &row, State state) const;
    QString reasonText(const Row &row) const;
    QString tip(const QModelIndex &index) const;

    SurveyPtr m_survey;
    std::vector<Row> m_rows;
};

} // namespace meshwright::ui
