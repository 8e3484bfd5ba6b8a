// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/governance/policiesmodel.h"
#include "ui/governance/tablepage.h"
#include "ui/session/livevalue.h"

namespace meshwright::ui {

/// What the company's policies mean for its topics: values that they set, what is broken of them,
/// and where the data quality team's rules apply.
class PoliciesPage : public TablePage
{
    Q_OBJECT

public:
    explicit PoliciesPage(Session &session, QWidget *parent = nullptr);

protected:
    /// Of a policy its line, of a topic or an effect the line of the spec.
    std::optional<asyncapi::Place> placeOf(int row, int column) const override;
    bool accepts(int row) const override;
    void setSeen(bool isSeen) override;
    void retranslate() override;
    void updateState() override;

private:
    PoliciesModel *m_policies;
    QToolButton *m_broken;
    QToolButton *m_set;
    QToolButton *m_others;
    LiveValue<SurveyPtr> m_survey;
};

} // namespace meshwright::ui
