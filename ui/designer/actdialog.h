// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/designer/effects.h"
#include "ui/session/session.h"

#include <QDialog>
#include <QFutureWatcher>
#include <QTimer>

#include <functional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace meshwright::ui {

class DiffView;

/// What an act would do, and what is to be known of it beforehand.
struct Proposal
{
    WorkspaceEdit edit;
    std::vector<std::string> notes; ///< whole sentences

    Proposal() = default;

    Proposal(WorkspaceEdit wanted, std::vector<std::string> said = {})
        : edit(std::move(wanted))
        , notes(std::move(said))
    {}
};

/// An act with its arguments; on a pool thread.
using Propose = std::function<Result<Proposal>(const TopologyPtr &)>;

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

    /// Rows with a check each.
    QTreeWidget *addList(const char *name, const QString &label);

    /// `lacks`: what has to be typed first, as a sentence; empty when the act can be tried. `act`
    /// reads the fields.
    void setAct(std::function<QString()> lacks, std::function<Propose()> act);

    /// What is selected once the act is done and read.
    void setResult(std::function<Selection()> result) { m_result = std::move(result); }

    void accept() override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    /// A proposal, what it means, and for which texts it was made.
    struct Answer
    {
        TopologyPtr topology;
        Result<Proposal> proposal;
        Effects effects;
    };

    static Answer answer(const TopologyPtr &topology, const Propose &propose);
    void addRow(const QString &label, QWidget *field, const char *name);
    void followTexts();
    void refresh();
    void takeAnswer();
    void refuse(const QString &why, bool isFault);
    void showEdit(const WorkspaceEdit &edit);
    void say(const QString &text, bool isFault);

    Session &m_session;
    QFormLayout *m_rows;
    QLabel *m_word;
    QLabel *m_meaning;
    QLabel *m_cost;
    DiffView *m_preview;
    bool m_hasFields = false;
    QPushButton *m_do;
    QTimer m_pause;
    QTimer m_patience; ///< then it is said that an answer takes longer
    std::function<QString()> m_lacks;
    std::function<Propose()> m_act;
    std::function<Selection()> m_result;
    QFutureWatcher<Answer> m_answering;
    TopologyPtr m_answered;              ///< what the newest answer is about
    std::optional<WorkspaceEdit> m_edit; ///< of what is typed, where it can be done
    bool m_isAccepting = false;
};

} // namespace meshwright::ui
