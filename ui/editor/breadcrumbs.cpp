// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/breadcrumbs.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/placename.h"
#include "ui/session/session.h"
#include "ui/theme/mirror.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>

namespace meshwright::ui {

namespace {

constexpr int restMs = 60;
constexpr int longestName = 32; // in characters

} // namespace

Breadcrumbs::Breadcrumbs(Session &session, CodeEditor *editor, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_editor(editor)
    , m_row(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("breadcrumbs"));
    setAccessibleName(tr("Path at the caret"));
    theme::keepLeftToRight(*this);
    m_row->setContentsMargins(theme::padding, 0, theme::padding, 0);
    m_row->setSpacing(0);
    m_row->addStretch(1);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, &Breadcrumbs::follow);
    connect(editor, &QPlainTextEdit::cursorPositionChanged, this, [this] { m_rest.start(); });
    connect(&m_session, &Session::snapshotChanged, this, [this] { m_rest.start(); });
    follow();
}

QToolButton *Breadcrumbs::buttonAt(int index)
{
    while (m_buttons.size() <= index) {
        auto *button = new QToolButton;
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        theme::setFont(*button, theme::fixedDetailFont);
        m_row->insertWidget(int(m_buttons.size()), button);
        connect(button, &QToolButton::clicked, this, [this, button] {
            const auto range = button->property("range").toPoint();
            m_editor->reveal({std::size_t(range.x()), std::size_t(range.y())});
            m_editor->setFocus();
        });
        m_buttons.append(button);
    }
    return m_buttons[index];
}

void Breadcrumbs::follow()
{
    const WorkspacePtr &workspace = m_session.snapshot().workspace;
    const WorkspaceFile *file = workspace ? workspace->file(m_editor->file()) : nullptr;
    const bool hasPath = file && file->document && !m_editor->isExcerpt();
    setVisible(hasPath);
    if (!hasPath || !m_session.isUpToDate())
        return; // the ranges are of another text; the path comes with the next one
    const auto steps = stepsTo(*file->document, m_editor->caretOffset());
    m_names.clear();
    for (int i = 0; i < int(steps.size()); ++i) {
        const PlaceStep &step = steps[std::size_t(i)];
        QToolButton *button = buttonAt(i);
        m_names.append(step.name);
        button->setText(theme::isolated(button->fontMetrics().elidedText(
            step.name, Qt::ElideMiddle, longestName * button->fontMetrics().averageCharWidth())));
        button->setIcon(i == 0 ? QIcon() : theme::icon("chevron-right", theme::Ink::Faint));
        button->setToolTip(tr("Go to %1").arg(step.name));
        button->setAccessibleName(tr("Go to %1").arg(step.name));
        button->setProperty("range", QPoint(int(step.range.begin), int(step.range.end)));
    }
    fit();
}

/// Where the path is too long, its outer steps go.
void Breadcrumbs::fit()
{
    int room = width() - 2 * theme::padding;
    for (int i = int(m_buttons.size()) - 1; i >= 0; --i) {
        const bool isUsed = i < m_names.size();
        room -= isUsed ? m_buttons[i]->sizeHint().width() : 0;
        m_buttons[i]->setVisible(isUsed && (room >= 0 || i + 1 == m_names.size()));
    }
    setFixedHeight(fontMetrics().height() + 2 * theme::grid);
}

QStringList Breadcrumbs::names() const
{
    return m_names;
}

void Breadcrumbs::focusLast()
{
    if (!m_names.isEmpty())
        m_buttons[m_names.size() - 1]->setFocus(Qt::ShortcutFocusReason);
}

void Breadcrumbs::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        focusNextPrevChild(false);
        break;
    case Qt::Key_Right:
        focusNextPrevChild(true);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (auto *button = qobject_cast<QToolButton *>(focusWidget()))
            button->click();
        break;
    case Qt::Key_Escape:
        m_editor->setFocus();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void Breadcrumbs::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void Breadcrumbs::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fit();
        m_rest.start();
    }
}

} // namespace meshwright::ui
