// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/plan/grouptree.h"

namespace meshwright::ui {

/// The list of a plan: names in fixed width, before → after, the risk as a chip, the state with its
/// icon. Works on a PlanModel or a proxy of one.
class PlanTree : public GroupTree
{
    Q_OBJECT

public:
    explicit PlanTree(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    void setStateShown(bool isShown);

protected:
    void fitColumns() override;
};

} // namespace meshwright::ui
