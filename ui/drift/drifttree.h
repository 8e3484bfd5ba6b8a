// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/plan/grouptree.h"

namespace meshwright::ui {

/// The list of a drift. Works on a DriftModel or a proxy of one.
class DriftTree : public GroupTree
{
    Q_OBJECT

public:
    explicit DriftTree(QWidget *parent = nullptr);

protected:
    void fitColumns() override;
};

} // namespace meshwright::ui
