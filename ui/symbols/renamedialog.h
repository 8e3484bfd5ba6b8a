// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/designer/effects.h"

#include "meshwright/symbols/rename.h"

#include <QDialog>
#include <QFutureWatcher>
#include <QTimer>

#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace meshwright::ui {

class Session;
class SymbolLookup;

/// Asks for a symbol's new name, shows every line that changes or why it can't be, and does it as
/// one step of undo. Where several names meet at a place, the user says which is meant.
class RenameDialog : public QDialog
{
    Q_OBJECT

public:
    /// `symbols`: at least one, the likeliest first.
    RenameDialog(Session &session, SymbolLookup &lookup, symbols::SymbolIndexPtr index,
                 std::vector<symbols::Symbol> symbols, QWidget *parent = nullptr);

signals:
    void renamed(const QString &message);

protected:
    void accept() override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Answer
    {
        std::string name;
        Result<WorkspaceEdit> edit;
        Effects effects;
    };

    void makeFields();
    void makeLayout();
    void chooseSymbol();
    void startComputing();
    void takeComputed();
    void followTexts();
    void showEdit(const WorkspaceEdit &edit);
    void showEffects(const Effects &effects);
    void showFault(const QString &message);
    void say(const QString &message, bool isFault);
    const symbols::Symbol &symbol() const;
    std::string typed() const;

    Session &m_session;
    SymbolLookup &m_lookup;
    symbols::SymbolIndexPtr m_index;
    std::vector<symbols::Symbol> m_symbols;
    QComboBox *m_what = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_message = nullptr;
    QLabel *m_effects = nullptr;
    QPlainTextEdit *m_preview = nullptr;
    QPushButton *m_apply = nullptr;
    QTimer m_pause;
    QFutureWatcher<Answer> m_computing;
    WorkspaceEdit m_edit; ///< of the name that stands there, when Apply is enabled
};

} // namespace meshwright::ui
