// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/editorpage.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/findbar.h"
#include "ui/session/session.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace meshwright::ui {

namespace {

constexpr int caretRestMs = 50;

} // namespace

EditorPage::EditorPage(Session &session, const std::string &file, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_file(file)
    , m_editor(new CodeEditor(session, file, this))
    , m_findBar(new FindBar(session, m_editor, this))
    , m_conflictBar(makeConflictBar())
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_conflictBar);
    rows->addWidget(m_editor, 1);
    rows->addWidget(m_findBar);
    setFocusProxy(m_editor);
    m_caretRest.setSingleShot(true);
    m_caretRest.setInterval(caretRestMs);
    connect(&m_caretRest, &QTimer::timeout, this, &EditorPage::caretMoved);
    connect(m_editor, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (m_editor->hasFocus())
            m_caretRest.start();
    });
    connect(m_editor, &CodeEditor::messageShown, this, &EditorPage::messageShown);
    connect(&m_session, &Session::conflictChanged, this, &EditorPage::updateConflict);
    updateConflict();
}

QWidget *EditorPage::makeConflictBar()
{
    auto *bar = new QWidget(this);
    bar->setObjectName(QStringLiteral("conflictBar"));
    bar->setBackgroundRole(QPalette::Midlight);
    bar->setAutoFillBackground(true);
    auto *sign = new QLabel;
    sign->setPixmap(theme::icon("warning", theme::Ink::Warning).pixmap(theme::iconSize));
    auto *text = new QLabel(tr("Another program changed this file, and you have unsaved edits."));
    text->setWordWrap(true);
    auto *keep = new QPushButton(tr("Keep mine"));
    keep->setObjectName(QStringLiteral("keepMine"));
    auto *take = new QPushButton(tr("Take theirs"));
    take->setObjectName(QStringLiteral("takeTheirs"));
    take->setToolTip(tr("Your edits stay on the undo stack"));
    connect(keep, &QPushButton::clicked, this, [this] { m_session.keepMine(m_file); });
    connect(take, &QPushButton::clicked, this, [this] { m_session.takeTheirs(m_file); });
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(theme::widePadding, 6, theme::padding, 6);
    row->setSpacing(theme::padding);
    row->addWidget(sign);
    row->addWidget(text, 1);
    row->addWidget(keep);
    row->addWidget(take);
    return bar;
}

void EditorPage::updateConflict()
{
    m_conflictBar->setVisible(m_session.hasConflict(m_file));
}

} // namespace meshwright::ui
