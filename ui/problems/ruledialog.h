// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/diagnostic.h"

#include <QDialog>

namespace meshwright::ui {

/// The page of one rule: what it asks for and why, with an example. Needs no network.
class RuleDialog : public QDialog
{
    Q_OBJECT

public:
    explicit RuleDialog(const Rule &rule, QWidget *parent = nullptr);
};

} // namespace meshwright::ui
