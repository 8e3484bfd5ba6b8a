// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include <string_view>

class QDialogButtonBox;
class QLabel;

namespace meshwright::ui {

class DiffView;

/// A comparison of two texts with a sentence above; whoever opens it adds the deeds below.
class DiffDialog : public QDialog
{
    Q_OBJECT

public:
    DiffDialog(const QString &title, const QString &sentence, QWidget *parent);

    DiffView *view() const { return m_view; }

    QDialogButtonBox *buttons() const { return m_buttons; }

private:
    DiffView *m_view;
    QDialogButtonBox *m_buttons;
};

} // namespace meshwright::ui
