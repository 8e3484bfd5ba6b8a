// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace meshwright::ui {

class CodeEditor;
class Session;

/// The path of the keys at the caret, above the editor; a click goes there.
class Breadcrumbs : public QWidget
{
    Q_OBJECT

public:
    Breadcrumbs(Session &session, CodeEditor *editor, QWidget *parent = nullptr);

    /// The names, as they are shown.
    QStringList names() const;
    /// The keyboard's way in: the last step.
    void focusLast();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void follow();
    void fit();
    QToolButton *buttonAt(int index);

    Session &m_session;
    CodeEditor *m_editor;
    QHBoxLayout *m_row;
    QList<QToolButton *> m_buttons; ///< kept for the next path
    QStringList m_names;
    QTimer m_rest;
};

} // namespace meshwright::ui
