// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/shortcutsheet.h"

#include "ui/text/actionname.h"
#include "ui/theme/scrollpage.h"
#include "ui/theme/searchfield.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace meshwright::ui {

namespace {

constexpr QSize usualSize(400, 380);

} // namespace

ShortcutSheet::ShortcutSheet(const QList<Group> &groups, QWidget *parent)
    : QDialog(parent)
    , m_filter(new QLineEdit)
    , m_list(new QTreeWidget)
{
    setObjectName(QStringLiteral("shortcutSheet"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard shortcuts"));
    m_filter->setObjectName(QStringLiteral("shortcutFilter"));
    m_filter->setAccessibleName(tr("Filter the shortcuts"));
    m_filter->setPlaceholderText(tr("Filter by name or key"));
    theme::dressSearchField(*m_filter, "find");
    m_list->setObjectName(QStringLiteral("shortcutList"));
    m_list->setAccessibleName(tr("Shortcuts"));
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setIndentation(theme::widePadding);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    fill(groups);
    auto *mouse = new QLabel(tr("In the graph, dragging and the wheel move the picture; Ctrl and "
                                "the wheel zoom it."));
    mouse->setWordWrap(true);
    theme::setInk(*mouse, theme::Ink::Muted);
    auto *close = new QPushButton(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_filter, &QLineEdit::textChanged, this, &ShortcutSheet::filterBy);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(theme::widePadding);
    bottom->addWidget(mouse, 1);
    bottom->addWidget(close);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->setSpacing(theme::widePadding);
    rows->addWidget(m_filter);
    rows->addWidget(m_list, 1);
    rows->addLayout(bottom);
    theme::resizeWithinScreen(*this, usualSize);
    m_filter->setFocus();
}

void ShortcutSheet::fill(const QList<Group> &groups)
{
    for (const Group &group : groups) {
        auto *title = new QTreeWidgetItem(m_list, {group.title});
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        title->setFont(0, strong);
        for (const QAction *action : group.actions) {
            if (action->shortcut().isEmpty())
                continue;
            const QString key = action->shortcut().toString(QKeySequence::NativeText);
            auto *row = new QTreeWidgetItem(title, {nameOf(*action), key});
            row->setFont(1, theme::fixedDetailFont());
            row->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        }
        if (title->childCount() == 0)
            delete title;
    }
    m_list->expandAll();
}

void ShortcutSheet::filterBy(const QString &text)
{
    for (int group = 0; group < m_list->topLevelItemCount(); ++group) {
        QTreeWidgetItem *title = m_list->topLevelItem(group);
        bool isAnyShown = false;
        for (int i = 0; i < title->childCount(); ++i) {
            QTreeWidgetItem *row = title->child(i);
            const bool isShown = row->text(0).contains(text, Qt::CaseInsensitive) ||
                                 row->text(1).contains(text, Qt::CaseInsensitive);
            row->setHidden(!isShown);
            isAnyShown |= isShown;
        }
        title->setHidden(!isAnyShown);
    }
}

} // namespace meshwright::ui
