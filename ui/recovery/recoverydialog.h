// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/recovery/orphans.h"

#include "meshwright/text/sourcetext.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace meshwright::ui {

class DiffView;

/// A recovered text and what its file holds now.
struct RecoveredText
{
    KeptDraft kept;
    Text onDisk;             ///< null where there is no such file any more
    bool hasChanged = false; ///< the file is another one than the edits began from
};

/// Lists the recovered texts, each compared with the disk, to be restored or discarded one by one.
/// What is left undecided is offered again at the next start.
class RecoveryDialog : public QDialog
{
    Q_OBJECT

public:
    RecoveryDialog(std::vector<RecoveredText> texts, QWidget *parent);

signals:
    void restoreRequested(const meshwright::ui::KeptDraft &kept);
    void discardRequested(const meshwright::ui::KeptDraft &kept);

private:
    QWidget *makeList();
    QWidget *makeComparison();
    QPushButton *makeButton(const QString &text, const char *name, void (RecoveryDialog::*deed)());
    void showCurrent();
    void restoreOne();
    void discardOne();
    void restoreAll();
    void removeCurrent();

    std::vector<RecoveredText> m_texts;
    QListWidget *m_list = nullptr;
    QLabel *m_what = nullptr;
    DiffView *m_diff = nullptr;
};

} // namespace meshwright::ui
