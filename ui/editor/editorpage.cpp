// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/editorpage.h"

#include "ui/diff/diffdialog.h"
#include "ui/diff/diffview.h"
#include "ui/designer/designersplit.h"
#include "ui/editor/breadcrumbs.h"
#include "ui/editor/codeeditor.h"
#include "ui/editor/excerpt.h"
#include "ui/editor/findbar.h"
#include "ui/session/session.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"
#include "ui/theme/wraplayout.h"

#include <QDialogButtonBox>
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
    , m_breadcrumbs(new Breadcrumbs(session, m_editor, this))
    , m_findBar(new FindBar(session, m_editor, this))
    , m_split(new DesignerSplit(session, file, makeTextColumn(), this))
    , m_conflictBar(makeConflictBar())
    , m_excerptNotice(makeExcerptNotice())
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_conflictBar);
    rows->addWidget(m_excerptNotice);
    rows->addWidget(m_split, 1);
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
    connect(m_split, &DesignerSplit::rangeChosen, m_editor, &CodeEditor::reveal);
    connect(m_editor, &CodeEditor::excerptChanged, this, &EditorPage::updateExcerpt);
    updateConflict();
    updateExcerpt();
}

QWidget *EditorPage::makeTextColumn()
{
    auto *column = new QWidget(this);
    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_breadcrumbs);
    rows->addWidget(m_editor, 1);
    rows->addWidget(m_findBar);
    m_editor->setMinimumHeight(1); // in a low window it gives way, not the bars
    return column;
}

QWidget *EditorPage::makeBar(const char *name, const char *icon, QLabel *text)
{
    auto *bar = new QWidget(this);
    bar->setObjectName(QLatin1String(name));
    bar->setBackgroundRole(QPalette::Midlight);
    bar->setAutoFillBackground(true);
    const bool isWarning = qstrcmp(icon, "warning") == 0;
    auto *sign = new QLabel;
    sign->setPixmap(theme::icon(icon, isWarning ? theme::Ink::Warning : theme::Ink::Accent)
                        .pixmap(theme::iconSize()));
    text->setWordWrap(true);
    auto *words = new QWidget;
    auto *word = new QHBoxLayout(words);
    word->setContentsMargins(0, 0, 0, 0);
    word->setSpacing(theme::padding);
    word->addWidget(sign);
    word->addWidget(text, 1);
    auto *row = new theme::WrapLayout(bar);
    row->setContentsMargins(theme::widePadding, 6, theme::padding, 6);
    row->setSpacing(theme::padding);
    row->addWidget(words, 1);
    return bar;
}

QWidget *EditorPage::makeExcerptNotice()
{
    m_excerptText = new QLabel;
    m_excerptText->setObjectName(QStringLiteral("excerptText"));
    return makeBar("excerptNotice", "info", m_excerptText);
}

void EditorPage::updateExcerpt()
{
    m_excerptNotice->setVisible(m_editor->isExcerpt());
    m_excerptText->setText(
        tr("This file is too large to edit here: beyond %1 MB, or with a line beyond %2 "
           "characters, its beginning is shown as plain text, to be read. It is checked "
           "like all others, and nothing of it is changed.")
            .arg(excerpt::mostBytes >> 20U)
            .arg(excerpt::longestLine));
}

QWidget *EditorPage::makeConflictBar()
{
    m_conflictText = new QLabel;
    m_conflictText->setObjectName(QStringLiteral("conflictText"));
    auto *bar = makeBar("conflictBar", "warning", m_conflictText);
    const auto add = [bar](const QString &text, const char *name) {
        auto *button = new QPushButton(text);
        button->setObjectName(QLatin1String(name));
        static_cast<theme::WrapLayout *>(bar->layout())->addWidget(button);
        return button;
    };
    m_compare = add(tr("Compare"), "compare");
    auto *keep = add(tr("Keep mine"), "keepMine");
    keep->setToolTip(tr("Saving then writes your text over theirs"));
    m_take = add({}, "takeTheirs");
    connect(m_compare, &QPushButton::clicked, this, &EditorPage::compare);
    connect(keep, &QPushButton::clicked, this, [this] { m_session.keepMine(m_file); });
    connect(m_take, &QPushButton::clicked, this, [this] { m_session.takeTheirs(m_file); });
    return bar;
}

void EditorPage::updateConflict()
{
    const bool isRemoved = !m_session.conflictingText(m_file);
    m_conflictText->setText(
        isRemoved ? tr("Another program removed or renamed this file, and you have unsaved edits.")
                  : tr("Another program changed this file, and you have unsaved edits."));
    m_compare->setVisible(!isRemoved);
    m_take->setText(isRemoved ? tr("Let it go") : tr("Take theirs"));
    m_take->setToolTip(tr("Your edits stay on the undo stack"));
    m_conflictBar->setVisible(m_session.hasConflict(m_file));
}

/// From theirs to mine; both choices are here too.
void EditorPage::compare()
{
    const Text theirs = m_session.conflictingText(m_file);
    const Text mine = m_session.text(m_file);
    if (!theirs || !mine)
        return;
    auto *dialog =
        new DiffDialog(tr("Compare %1").arg(toQt(m_file)),
                       tr("From what another program wrote (−) to your text (+)."), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->view()->setTexts(theirs->bytes(), mine->bytes());
    const auto add = [&](const QString &text, const char *name, auto deed) {
        auto *button = dialog->buttons()->addButton(text, QDialogButtonBox::ActionRole);
        button->setObjectName(QLatin1String(name));
        connect(button, &QPushButton::clicked, this, [this, dialog, deed] {
            (m_session.*deed)(m_file);
            dialog->accept();
        });
    };
    add(tr("Keep mine"), "keepMineCompared", &Session::keepMine);
    add(tr("Take theirs"), "takeTheirsCompared", &Session::takeTheirs);
    connect(&m_session, &Session::conflictChanged, dialog, [this, dialog] {
        if (!m_session.hasConflict(m_file))
            dialog->accept();
    });
    dialog->open();
}

} // namespace meshwright::ui
