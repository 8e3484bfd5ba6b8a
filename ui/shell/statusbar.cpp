// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/statusbar.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/documentsync.h"
#include "ui/editor/editorarea.h"
#include "ui/session/places.h"
#include "ui/session/session.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QLocale>
#include <QTextBlock>
#include <QToolButton>

namespace meshwright::ui {

StatusBar::StatusBar(Session &session, EditorArea &editors, QWidget *parent)
    : QStatusBar(parent)
    , m_session(session)
    , m_editors(editors)
    , m_busy(new QLabel)
    , m_errors(makeCount("error", "errorCount"))
    , m_warnings(makeCount("warning", "warningCount"))
    , m_caret(new QLabel)
{
    setSizeGripEnabled(false);
    m_busy->setObjectName(QStringLiteral("busyLabel"));
    m_caret->setObjectName(QStringLiteral("caretLabel"));
    m_caret->setContentsMargins(theme::padding, 0, theme::padding, 0);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_busy, m_errors, m_warnings, m_caret})
        addPermanentWidget(widget);
    connect(&m_session, &Session::snapshotChanged, this, &StatusBar::updateCounts);
    connect(&m_session, &Session::busyChanged, this,
            [this](bool busy) { m_busy->setText(busy ? tr("Checking…") : QString()); });
    connect(&m_editors, &EditorArea::caretMoved, this, &StatusBar::updateCaret);
    updateCounts();
}

QToolButton *StatusBar::makeCount(const char *icon, const char *name)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIcon(
        theme::icon(icon, qstrcmp(icon, "error") == 0 ? theme::Ink::Error : theme::Ink::Warning));
    connect(button, &QToolButton::clicked, this, &StatusBar::problemsRequested);
    return button;
}

void StatusBar::updateCounts()
{
    const auto &diagnostics = m_session.snapshot().diagnostics;
    const FindingCounts counts = diagnostics ? countFindings(*diagnostics) : FindingCounts{};
    const auto show = [](QToolButton *button, int count, const QString &spoken) {
        button->setText(QLocale().toString(count));
        button->setToolTip(spoken);
        button->setAccessibleName(spoken);
    };
    show(m_errors, counts.errors, tr("%n error(s)", nullptr, counts.errors));
    show(m_warnings, counts.warnings, tr("%n warning(s)", nullptr, counts.warnings));
    m_errors->setVisible(m_session.isOpen());
    m_warnings->setVisible(m_session.isOpen());
}

void StatusBar::updateCaret()
{
    const CodeEditor *editor = m_editors.currentEditor();
    if (!editor)
        return m_caret->clear();
    const QTextCursor cursor = editor->textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    const auto column = before.toUcs4().size() + 1;
    QString text = tr("Line %1, column %2").arg(cursor.blockNumber() + 1).arg(column);
    if (editor->sync().lineEnd() == "\r\n")
        text = tr("%1 · CRLF").arg(text);
    m_caret->setText(text);
}

} // namespace meshwright::ui
