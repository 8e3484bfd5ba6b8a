// SPDX-License-Identifier: Apache-2.0
#include "ui/plan/deletechoice.h"

#include "ui/text/text.h"
#include "ui/theme/icon.h"
#include "ui/theme/mirror.h"
#include "ui/theme/theme.h"

#include <QMenu>
#include <QStyleOptionToolButton>
#include <QStylePainter>

#include <algorithm>

namespace meshwright::ui {

namespace {

constexpr int arrowWidth = 16;
constexpr int arrowExtent = 12;

} // namespace

DeleteChoice::DeleteChoice(QWidget *parent)
    : QToolButton(parent)
{
    setObjectName(QStringLiteral("planDeletes"));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setMinimumHeight(theme::formRowHeight);
    setToolTip(tr("What the plan may delete once no spec asks for it. More than a few at once is "
                  "refused, and what the environment protects stays."));
    auto *menu = new QMenu(this);
    const QStringList titles{tr("&Topics, with their records"), tr("&Access rules"),
                             tr("&Settings that specs don't name"), tr("S&chemas")};
    for (std::size_t i = 0; i < pruneKinds.size(); ++i) {
        auto *action = menu->addAction(titles.at(static_cast<qsizetype>(i)));
        action->setObjectName(QStringLiteral("delete:") + toQt(pruneKinds[i]));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this] {
            Prune prune;
            for (std::size_t kind = 0; kind < m_kinds.size(); ++kind)
                if (m_kinds[kind]->isChecked() && m_kinds[kind]->isEnabled())
                    addKind(prune, pruneKinds[kind]);
            describe();
            emit chosen(prune);
        });
        m_kinds.push_back(action);
    }
    setMenu(menu);
    describe();
}

void DeleteChoice::show(const DeleteSettings &settings, const Prune &chosen)
{
    const std::array isChosen{chosen.topics, chosen.access, chosen.settings, chosen.schemas};
    for (std::size_t i = 0; i < m_kinds.size(); ++i) {
        const bool isAlways = std::find(settings.kinds.begin(), settings.kinds.end(),
                                        pruneKinds[i]) != settings.kinds.end();
        m_kinds[i]->setEnabled(!isAlways);
        m_kinds[i]->setChecked(isAlways || isChosen[i]);
    }
    describe();
}

QSize DeleteChoice::sizeHint() const
{
    const QSize button = QToolButton::sizeHint();
    return {button.width() + theme::scaled(arrowWidth), button.height()};
}

/// The arrow stands beside the words, in the middle.
void DeleteChoice::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.features &= ~QStyleOptionToolButton::HasMenu;
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
    const int extent = theme::scaled(arrowExtent);
    const QRect place(width() - extent - theme::padding / 2, (height() - extent) / 2, extent,
                      extent);
    theme::icon("chevron-down", theme::Ink::Muted)
        .paint(&painter, theme::mirrored(*this, place), Qt::AlignCenter);
}

void DeleteChoice::describe()
{
    const auto count = std::count_if(m_kinds.begin(), m_kinds.end(),
                                     [](const QAction *kind) { return kind->isChecked(); });
    setText(count == 0 ? tr("Deletes nothing")
                       : tr("Deletes %Ln kind(s)", nullptr, static_cast<int>(count)));
    setIcon(theme::icon("remove", count == 0 ? theme::Ink::Muted : theme::Ink::Warning));
    setAccessibleDescription(toolTip());
}

} // namespace meshwright::ui
