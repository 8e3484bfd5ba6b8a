// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/questions.h"

#include <QDialog>

namespace meshwright::ui {

/// Lists every file with unsaved edits: save all, discard, keep them unsaved for
/// the next time, or cancel.
class UnsavedDialog : public QDialog
{
    Q_OBJECT

public:
    UnsavedDialog(const QStringList &files, bool mayKeep, QWidget *parent = nullptr);

    UnsavedAnswer answer() const { return m_answer; }

private:
    void choose(UnsavedAnswer answer);

    UnsavedAnswer m_answer = UnsavedAnswer::Cancel;
};

} // namespace meshwright::ui
