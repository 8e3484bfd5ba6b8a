// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/findbar.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/documentsync.h"
#include "ui/session/session.h"
#include "ui/text/text.h"
#include "ui/theme/searchfield.h"
#include "ui/theme/theme.h"
#include "ui/theme/wraplayout.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace meshwright::ui {

FindBar::FindBar(Session &session, CodeEditor *editor, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_editor(editor)
{
    setObjectName(QStringLiteral("findBar"));
    build();
    hide();
    connect(m_find, &QLineEdit::textChanged, this, &FindBar::refresh);
    connect(m_editor->document(), &QTextDocument::contentsChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

QToolButton *FindBar::makeToggle(const QString &text, const QString &tip, const char *name)
{
    QToolButton *button = theme::makeSearchToggle(text, tip, name);
    connect(button, &QToolButton::toggled, this, &FindBar::refresh);
    return button;
}

QToolButton *FindBar::makeButton(const char *icon, const QString &tip, const char *name)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setIcon(theme::icon(icon, theme::Ink::Muted));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setAutoRaise(true);
    return button;
}

void FindBar::build()
{
    m_find = new QLineEdit;
    m_find->setObjectName(QStringLiteral("findField"));
    m_find->setAccessibleName(tr("Find"));
    m_find->setPlaceholderText(tr("Find"));
    m_case = makeToggle(tr("Aa"), tr("Match case"), "findCase");
    m_word = makeToggle(tr("ab|"), tr("Whole words"), "findWord");
    m_regex = makeToggle(tr(".*"), tr("Regular expression"), "findRegex");
    m_count = new QLabel;
    m_count->setObjectName(QStringLiteral("findCount"));
    m_count->setMinimumWidth(m_count->fontMetrics().horizontalAdvance(tr("No results")) + 8);
    auto *up = makeButton("chevron-up", tr("Previous match (Shift+Enter)"), "findPrevious");
    auto *down = makeButton("chevron-down", tr("Next match (Enter)"), "findNext");
    auto *shut = makeButton("close", tr("Close (Esc)"), "findClose");
    connect(up, &QToolButton::clicked, this, &FindBar::previous);
    connect(down, &QToolButton::clicked, this, &FindBar::next);
    connect(shut, &QToolButton::clicked, this, &FindBar::close);

    auto *findRow = new theme::WrapLayout;
    findRow->setContentsMargins(0, 0, 0, 0);
    findRow->setSpacing(theme::grid);
    findRow->addWidget(m_find, 1);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_case, m_word, m_regex, m_count, up, down, shut})
        findRow->addWidget(widget);

    m_replace = new QLineEdit;
    m_replace->setObjectName(QStringLiteral("replaceField"));
    m_replace->setAccessibleName(tr("Replace with"));
    m_replace->setPlaceholderText(tr("Replace with"));
    auto *one = new QPushButton(tr("Replace"));
    one->setObjectName(QStringLiteral("replaceOne"));
    auto *all = new QPushButton(tr("Replace all"));
    all->setObjectName(QStringLiteral("replaceAll"));
    connect(one, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(all, &QPushButton::clicked, this, &FindBar::replaceAll);
    m_replaceRow = new QWidget;
    auto *replaceRow = new theme::WrapLayout(m_replaceRow);
    replaceRow->setContentsMargins(0, 0, 0, 0);
    replaceRow->setSpacing(theme::grid);
    replaceRow->addWidget(m_replace, 1);
    replaceRow->addWidget(one);
    replaceRow->addWidget(all);

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(theme::padding, 6, theme::padding, 6);
    rows->setSpacing(theme::grid);
    rows->addLayout(findRow);
    rows->addWidget(m_replaceRow);
}

void FindBar::open(bool withReplace)
{
    const QString chosen = m_editor->textCursor().selectedText();
    if (!chosen.isEmpty() && !chosen.contains(QChar::ParagraphSeparator))
        m_find->setText(chosen);
    m_replaceRow->setVisible(withReplace && !m_editor->isReadOnly());
    show();
    refresh();
    m_find->setFocus();
    m_find->selectAll();
}

void FindBar::close()
{
    hide();
    m_matches.clear();
    m_editor->setMatches({}, -1);
    m_editor->setFocus();
}

SearchPattern FindBar::pattern() const
{
    return {m_find->text(), m_case->isChecked(), m_word->isChecked(), m_regex->isChecked()};
}

void FindBar::refresh()
{
    m_matches.clear();
    m_current = -1;
    const QRegularExpression regex = pattern().regex();
    if (!m_find->text().isEmpty() && regex.isValid()) {
        const int caret = m_editor->textCursor().selectionStart();
        auto found = regex.globalMatch(m_editor->toPlainText());
        while (found.hasNext()) {
            const auto match = found.next();
            if (match.capturedLength() == 0)
                continue;
            QTextCursor cursor(m_editor->document());
            cursor.setPosition(int(match.capturedStart()));
            cursor.setPosition(int(match.capturedEnd()), QTextCursor::KeepAnchor);
            if (m_current < 0 && match.capturedStart() >= caret)
                m_current = int(m_matches.size());
            m_matches.append(cursor);
        }
    }
    if (m_current < 0 && !m_matches.isEmpty())
        m_current = 0;
    if (!regex.isValid())
        m_count->setText(tr("Not a pattern"));
    else if (m_matches.isEmpty())
        m_count->setText(m_find->text().isEmpty() ? QString() : tr("No results"));
    else
        m_count->setText(tr("%1 of %2").arg(m_current + 1).arg(m_matches.size()));
    m_count->setVisible(!m_count->text().isEmpty());
    m_editor->setMatches(m_matches, m_current);
}

void FindBar::go(int index)
{
    if (m_matches.isEmpty())
        return;
    const int count = int(m_matches.size());
    const QTextCursor match = m_matches[(index + count) % count];
    m_editor->reveal({m_editor->sync().offset(match.selectionStart()),
                      m_editor->sync().offset(match.selectionEnd())});
    refresh();
}

void FindBar::next()
{
    if (m_matches.isEmpty())
        return;
    const QTextCursor here = m_editor->textCursor();
    const bool onMatch = here.selectionStart() == m_matches[m_current].selectionStart() &&
                         here.selectionEnd() == m_matches[m_current].selectionEnd();
    go(onMatch ? m_current + 1 : m_current);
}

void FindBar::previous()
{
    go(m_current - 1);
}

QString FindBar::replacementFor(const QTextCursor &match) const
{
    QString matched = match.selectedText();
    matched.replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
    return pattern().replacement(std::move(matched), m_replace->text());
}

void FindBar::replaceOne()
{
    if (m_matches.isEmpty() || m_editor->isReadOnly())
        return;
    QTextCursor match = m_matches[m_current];
    match.insertText(replacementFor(match));
    m_editor->setTextCursor(match);
    next();
}

/// One deed, one step of undo.
void FindBar::replaceAll()
{
    const DocumentSync &sync = m_editor->sync();
    std::vector<TextEdit> edits;
    for (const QTextCursor &match : std::as_const(m_matches))
        edits.push_back({{sync.offset(match.selectionStart()), sync.offset(match.selectionEnd())},
                         withLineEnds(replacementFor(match), sync.lineEnd())});
    if (edits.empty() || m_editor->isReadOnly())
        return;
    const auto done = m_session.perform({{{sync.file(), edits}}},
                                        tr("Replace %n match(es)", nullptr, int(edits.size())));
    m_count->show();
    m_count->setText(done ? tr("%n replaced", nullptr, int(edits.size()))
                          : toQt(done.error().message));
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return close();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (m_replace->hasFocus())
            return replaceOne();
        return event->modifiers() & Qt::ShiftModifier ? previous() : next();
    }
    QWidget::keyPressEvent(event);
}

} // namespace meshwright::ui
