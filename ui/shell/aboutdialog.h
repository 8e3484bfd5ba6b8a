// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

namespace meshwright::ui {

/// Which Meshwright this is, and what to quote when something is reported.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);
};

} // namespace meshwright::ui
