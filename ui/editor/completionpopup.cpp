// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/completionpopup.h"

#include "ui/editor/hovertext.h"
#include "ui/text/text.h"
#include "ui/theme/mirror.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>
#include <array>

namespace meshwright::ui {

namespace {

constexpr int mostRows = 10;
constexpr int listCharacters = 46;
constexpr int sideCharacters = 44;
constexpr int DetailRole = Qt::UserRole;

struct Sign
{
    const char *name;
    theme::Ink ink;
};

Sign signOf(const completion::Item &item)
{
    switch (item.kind) {
    case completion::Kind::Key:
        return {"settings", theme::Ink::Muted};
    case completion::Kind::Value:
        return {"check", theme::Ink::Accent};
    case completion::Kind::Topic:
        if (item.detail == "public")
            return {"public", theme::Ink::Public};
        if (item.detail.starts_with("protected"))
            return {"protected", theme::Ink::Protected};
        return {"topic", theme::Ink::Accent};
    case completion::Kind::Reference:
        return {"jump", theme::Ink::Accent};
    case completion::Kind::File:
        return {"spec", theme::Ink::Muted};
    case completion::Kind::Tag:
        return {"grant", theme::Ink::Muted};
    case completion::Kind::Context:
        return {"context", theme::Ink::Accent};
    case completion::Kind::Name:
        return {"schema", theme::Ink::Muted};
    }
    return {"editor", theme::Ink::Muted};
}

/// The name at the left in the editor's font, what it is at the right.
class Row : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, std::max(theme::rowHeight, option.fontMetrics.height() + 2 * theme::grid)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const theme::Tokens &t = theme::tokens();
        painter->save();
        theme::keepLeftToRight(*painter);
        const bool isCurrent = option.state & QStyle::State_Selected;
        const bool isChosen = isCurrent && option.widget->property("isChosen").toBool();
        if (isCurrent)
            painter->fillRect(option.rect, isChosen ? t.selection : t.hover);
        QRect room = option.rect.adjusted(theme::padding, 0, -theme::padding, 0);
        const QRect icon(room.left(), room.center().y() - theme::iconSize() / 2 + 1,
                         theme::iconSize(), theme::iconSize());
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, icon);
        room.setLeft(icon.right() + theme::padding);
        const QString name = index.data().toString();
        const QFontMetrics names(theme::fixedFont());
        const int nameWidth = std::min(names.horizontalAdvance(name) + 1, room.width());
        painter->setFont(theme::fixedFont());
        painter->setPen(t.text);
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                          names.elidedText(name, Qt::ElideMiddle, nameWidth));
        room.setLeft(room.left() + nameWidth + theme::widePadding);
        const QString detail = index.data(DetailRole).toString();
        painter->setFont(theme::detailFont());
        painter->setPen(t.muted);
        painter->drawText(
            room, Qt::AlignRight | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(detail, Qt::ElideRight, std::max(0, room.width())));
        painter->restore();
    }
};

} // namespace

CompletionPopup::CompletionPopup(QWidget *window)
    : QFrame(window)
    , m_list(new QListWidget)
    , m_side(new QScrollArea)
    , m_documentation(new QLabel)
    , m_hint(new QLabel)
{
    setObjectName(QStringLiteral("completionPopup"));
    setAccessibleName(tr("What can be written here"));
    setFocusPolicy(Qt::NoFocus);
    theme::keepLeftToRight(*this);
    m_list->setObjectName(QStringLiteral("completionList"));
    m_list->setAccessibleName(tr("What can be written here"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new Row(m_list));
    m_list->setFont(theme::fixedFont());
    m_list->setUniformItemSizes(true);
    m_documentation->setObjectName(QStringLiteral("completionDocumentation"));
    m_documentation->setAccessibleName(tr("Documentation"));
    m_documentation->setWordWrap(true);
    m_documentation->setTextFormat(Qt::RichText);
    m_documentation->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_documentation->setMargin(theme::padding);
    m_side->setWidget(m_documentation);
    m_side->setWidgetResizable(true);
    m_side->setFrameShape(QFrame::NoFrame);
    m_side->setFocusPolicy(Qt::NoFocus);
    m_side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_side->viewport()->setAutoFillBackground(false);
    m_documentation->setAutoFillBackground(false);
    m_hint->setObjectName(QStringLiteral("completionHint"));
    theme::setFont(*m_hint, theme::detailFont);
    m_hint->setContentsMargins(theme::padding, theme::grid, theme::padding, theme::grid);
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(m_list, 1);
    left->addWidget(m_hint);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(1, 1, 1, 1);
    columns->setSpacing(1);
    columns->addLayout(left);
    columns->addWidget(m_side);
    connect(m_list, &QListWidget::currentRowChanged, this, &CompletionPopup::showCurrent);
    connect(m_list, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { emit accepted(m_list->row(item)); });
    hide();
}

int CompletionPopup::row() const
{
    return m_list->currentRow();
}

bool CompletionPopup::takes(int key)
{
    static constexpr std::array keys{Qt::Key_Escape, Qt::Key_Return,  Qt::Key_Enter,
                                     Qt::Key_Tab,    Qt::Key_Up,      Qt::Key_Down,
                                     Qt::Key_PageUp, Qt::Key_PageDown};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

bool CompletionPopup::move(int key)
{
    int step = 0;
    switch (key) {
    case Qt::Key_Down:
        step = m_isChosen ? 1 : 0; // the first one chooses what was proposed
        break;
    case Qt::Key_Up:
        step = -1;
        break;
    case Qt::Key_PageDown:
        step = mostRows - 1;
        break;
    case Qt::Key_PageUp:
        step = 1 - mostRows;
        break;
    default:
        return false;
    }
    setChosen(true);
    const int last = m_list->count() - 1;
    int next = row() + step;
    if (std::abs(step) == 1)
        next = next < 0 ? last : next > last ? 0 : next; // round
    m_list->setCurrentRow(std::clamp(next, 0, last));
    return true;
}

void CompletionPopup::setChosen(bool isChosen)
{
    m_isChosen = isChosen;
    m_list->setProperty("isChosen", isChosen);
    m_hint->setText(isChosen ? tr("Enter or Tab inserts") : tr("Tab inserts, ↓ chooses"));
    m_list->viewport()->update();
}

void CompletionPopup::fill()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const completion::Item &item : m_items) {
        const Sign sign = signOf(item);
        auto *row = new QListWidgetItem(theme::icon(sign.name, sign.ink), toQt(item.label), m_list);
        row->setData(DetailRole, toQt(item.detail));
        row->setData(Qt::AccessibleDescriptionRole, toQt(item.detail));
    }
    m_list->setCurrentRow(0);
    m_list->scrollToTop();
}

void CompletionPopup::showAt(const completion::Completion &completion, bool isChosen,
                             const QRect &anchor)
{
    m_items = completion.items;
    restyle();
    fill();
    setChosen(isChosen);
    showCurrent();
    arrange(anchor);
    show();
    raise();
}

void CompletionPopup::restyle()
{
    QPalette colours = m_hint->palette();
    colours.setColor(QPalette::WindowText, theme::tokens().muted);
    m_hint->setPalette(colours);
}

void CompletionPopup::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || !isVisible())
        return;
    restyle();
    showCurrent(); // its colours stand in its text
}

void CompletionPopup::showCurrent()
{
    const int at = row();
    const bool isThere = at >= 0 && at < static_cast<int>(m_items.size());
    const reference::Documentation *documentation =
        isThere ? &m_items[static_cast<std::size_t>(at)].documentation : nullptr;
    m_documentation->setText(documentation && !documentation->field.empty()
                                 ? documentationText(*documentation)
                                 : QString());
    m_side->verticalScrollBar()->setValue(0);
}

void CompletionPopup::arrange(const QRect &anchor)
{
    const QFontMetrics names(theme::fixedFont());
    const QFontMetrics details(theme::detailFont());
    int widest = 0;
    for (const completion::Item &item : m_items)
        widest = std::max(widest, names.horizontalAdvance(toQt(item.label)) +
                                      details.horizontalAdvance(toQt(item.detail)));
    const QRect room = parentWidget()->rect();
    const int frame = theme::iconSize() + 6 * theme::padding;
    const int character = names.averageCharWidth();
    const int wanted =
        std::clamp(widest + frame, 22 * character, listCharacters * character + frame);
    const int listWidth = std::min(wanted, room.width());
    const bool hasDocumentation =
        std::any_of(m_items.begin(), m_items.end(),
                    [](const completion::Item &item) { return !item.documentation.text.empty(); });
    const int sideWidth = QFontMetrics(theme::bodyFont()).averageCharWidth() * sideCharacters;
    const bool hasSide = hasDocumentation && listWidth + sideWidth + 3 <= room.width();
    m_side->setVisible(hasSide);
    m_list->setFixedWidth(listWidth);
    m_side->setFixedWidth(sideWidth);

    const int rowHeight = std::max(theme::rowHeight, names.height() + 2 * theme::grid);
    const int rows = std::clamp(m_list->count(), hasSide ? 5 : 1, mostRows);
    const int wantedHeight = rows * rowHeight + m_hint->sizeHint().height() + 2;
    const int width = listWidth + (hasSide ? sideWidth + 1 : 0) + 2;
    const int below = room.bottom() - anchor.bottom() - 2 * theme::grid;
    const int above = anchor.top() - 2 * theme::grid;
    const bool isBelow = below >= wantedHeight || below >= above;
    const int height = std::min(wantedHeight, isBelow ? below : above);
    const int y = isBelow ? anchor.bottom() + 1 : anchor.top() - height - 1;
    const int x = std::clamp(anchor.left() - theme::iconSize() - 2 * theme::padding, 0,
                             std::max(0, room.width() - width));
    setGeometry(x, y, width, height);
}

void CompletionPopup::paintEvent(QPaintEvent *)
{
    const theme::Tokens &t = theme::tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.raised);
    painter.setPen(t.line);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    if (m_side->isVisible())
        painter.drawLine(m_side->x() - 1, 0, m_side->x() - 1, height());
}

} // namespace meshwright::ui
