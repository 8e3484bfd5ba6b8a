// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/designer/deeds.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace meshwright::ui {

class DiffView;

/// Asks for the arguments of one modelling act. While they are typed it shows what stands against
/// it, what it means for others, and what it writes; accepting does it, as one step of undo.
class ActDialog : public QDialog
{
    Q_OBJECT

public:
    /// `deed`: the verb on the button, which names the step of undo too.
    ActDialog(Session &session, const QString &title, const QString &deed,
              QWidget *parent = nullptr);

    QLineEdit *addLine(const char *name, const QString &label, const QString &hint = {});
    /// With `isOpen` other values than the listed ones may be typed, and typing finds the listed.
    QComboBox *addChoice(const char *name, const QString &label, bool isOpen = false);
    QCheckBox *addCheck(const char *name, const QString &label);
    /// A sentence under the last field.
    QLabel *addRemark(const char *name);

    /// `lacks`: what has to be typed first, as a sentence; empty when the act can be tried.
    void setAct(std::function<QString()> lacks, Act act);

    void accept() override;

private:
    void addRow(const QString &label, QWidget *field, const char *name);
    void refresh();
    void showEdit(const WorkspaceEdit &edit);
    void say(const QString &text, bool isFault);
    QString meaningOf(const WorkspaceEdit &edit) const;

    Session &m_session;
    QFormLayout *m_rows;
    QLabel *m_word;
    QLabel *m_meaning;
    DiffView *m_preview;
    QPushButton *m_do;
    QTimer m_pause;
    std::function<QString()> m_lacks;
    Act m_act;
    std::optional<WorkspaceEdit> m_edit; ///< of what is typed, where it can be done
    bool m_isAccepting = false;
};

} // namespace meshwright::ui
