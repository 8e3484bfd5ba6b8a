// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/commandpalette.h"

#include "ui/text/actionname.h"
#include "ui/text/text.h"
#include "ui/theme/mirror.h"
#include "ui/theme/theme.h"

#include "meshwright/search/search.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QSettings>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

namespace meshwright::ui {

namespace {

constexpr QSize paletteSize(560, 380);
constexpr int top = 72; ///< below the tool bar

/// The name at the left, the shortcut at the right.
class Row : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        painter->save();
        painter->setFont(theme::detailFont());
        painter->setPen(theme::tokens().muted);
        painter->drawText(
            theme::mirrored(option, option.rect.adjusted(0, 0, -theme::widePadding, 0)),
            Qt::AlignRight | Qt::AlignVCenter, index.data(Qt::UserRole + 1).toString());
        painter->restore();
    }
};

QString usesKey(const QAction &action)
{
    return QStringLiteral("actionUses/") + action.objectName();
}

/// Of all words that are typed, in any order.
std::optional<int> scoreOf(const search::Query &query, const QAction &action)
{
    const std::string name = fromQt(nameOf(action));
    int score = 0;
    for (const std::string &word : query.words) {
        const auto found = search::scoreOf(word, name);
        if (!found)
            return std::nullopt;
        score += *found;
    }
    return score;
}

} // namespace

CommandPalette::CommandPalette(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent, Qt::Popup | Qt::FramelessWindowHint)
    , m_actions(actions)
    , m_field(new QLineEdit)
    , m_list(new QListWidget)
{
    setObjectName(QStringLiteral("commandPalette"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("All actions"));
    m_field->setPlaceholderText(tr("Type the name of an action"));
    m_field->setAccessibleName(tr("Action"));
    m_field->installEventFilter(this);
    m_list->setAccessibleName(tr("Actions"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new Row(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setIconSize({theme::iconSize(), theme::iconSize()});
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(theme::padding, theme::padding, theme::padding, theme::padding);
    rows->addWidget(m_field);
    rows->addWidget(m_list, 1);
    const QSize size = paletteSize * theme::textScale();
    resize(parent ? size.boundedTo(parent->size() - QSize(0, top)) : size);
    if (parent)
        move(parent->mapToGlobal(QPoint((parent->width() - width()) / 2, top)));
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::filterBy);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::run);
    filterBy({});
    m_field->setFocus();
}

void CommandPalette::filterBy(const QString &text)
{
    search::Query query;
    query.words = search::readQuery(fromQt(text)).words;
    const QSettings settings;
    QList<std::pair<std::pair<int, int>, QAction *>> found; // by fit, then by use
    for (QAction *action : std::as_const(m_actions))
        if (const auto score = scoreOf(query, *action))
            found.append({{*score, settings.value(usesKey(*action)).toInt()}, action});
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    m_list->clear();
    QPixmap none(m_list->iconSize());
    none.fill(Qt::transparent);
    const QIcon blank(none); // so that all names start at one edge
    for (const auto &[score, action] : std::as_const(found)) {
        auto *item = new QListWidgetItem(action->icon().isNull() ? blank : action->icon(),
                                         nameOf(*action), m_list);
        item->setData(Qt::UserRole, int(m_actions.indexOf(action)));
        item->setData(Qt::UserRole + 1, action->shortcut().toString(QKeySequence::NativeText));
        if (!action->isEnabled())
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::run()
{
    const QListWidgetItem *item = m_list->currentItem();
    QAction *action = item ? m_actions.value(item->data(Qt::UserRole).toInt()) : nullptr;
    if (!action || !action->isEnabled())
        return;
    QSettings settings;
    settings.setValue(usesKey(*action), settings.value(usesKey(*action)).toInt() + 1);
    close();
    action->trigger();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int row = m_list->currentRow();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int step = key == Qt::Key_Down ? 1 : -1;
            m_list->setCurrentRow(qBound(0, row + step, m_list->count() - 1));
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            run();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace meshwright::ui
