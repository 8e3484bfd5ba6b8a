// SPDX-License-Identifier: Apache-2.0
#include "ui/environment/environmentchooser.h"

#include "ui/environment/guardsign.h"
#include "ui/session/session.h"
#include "ui/text/text.h"
#include "ui/theme/mirror.h"
#include "ui/theme/theme.h"

#include <QActionGroup>
#include <QMenu>
#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace meshwright::ui {

namespace {

constexpr int bandWidth = 4;
constexpr int arrowWidth = 20; ///< at the usual size of text

QString connectorTitle(const Environment &environment)
{
    return environment.connector == "sandbox" ? QObject::tr("embedded")
                                              : toQt(environment.connector);
}

} // namespace

EnvironmentChooser::EnvironmentChooser(Session *session, QWidget *parent)
    : QToolButton(parent)
    , m_session(session)
    , m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("environmentChooser"));
    setAccessibleName(tr("Environment"));
    setFocusPolicy(Qt::TabFocus);
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setMenu(m_menu);
    m_menu->setObjectName(QStringLiteral("environmentMenu"));
    m_menu->setAccessibleName(tr("Environments"));
    connect(m_menu, &QMenu::aboutToShow, this, &EnvironmentChooser::fillMenu);
    connect(m_session, &Session::snapshotChanged, this, &EnvironmentChooser::takeSnapshot);
    takeSnapshot();
}

std::optional<Environment> EnvironmentChooser::current() const
{
    if (!m_session->isOpen())
        return std::nullopt;
    const auto *found = m_session->snapshot().workspace->settings().environment(fromQt(m_current));
    return found == nullptr ? std::nullopt : std::optional(*found);
}

void EnvironmentChooser::setCurrent(const QString &name)
{
    if (name == m_current)
        return;
    m_current = name;
    describe();
    emit currentChanged(m_current);
}

void EnvironmentChooser::takeSnapshot()
{
    if (m_session->isOpen() && !current()) {
        const auto &environments = m_session->snapshot().workspace->settings().environments;
        setCurrent(environments.empty() ? QString() : toQt(environments.front().name));
    }
    setEnabled(m_session->isOpen());
    describe();
}

void EnvironmentChooser::describe()
{
    const auto environment = current();
    setText(environment ? toQt(environment->name) : tr("No environment"));
    if (environment) {
        const auto sign = signOf(*environment);
        setIcon(theme::icon(sign.icon, sign.ink));
        const QString where = environment->bootstrap.empty() ? connectorTitle(*environment)
                                                             : toQt(environment->bootstrap);
        setToolTip(
            tr("%1 (%2), %3. %4").arg(toQt(environment->name), where, sign.title, sign.meaning));
    }
    setAccessibleDescription(toolTip());
    updateGeometry();
    update();
}

void EnvironmentChooser::fillMenu()
{
    m_menu->clear();
    if (!m_session->isOpen())
        return;
    auto *group = new QActionGroup(m_menu);
    for (const auto &environment : m_session->snapshot().workspace->settings().environments) {
        const auto sign = signOf(environment);
        const auto name = toQt(environment.name);
        auto *action =
            m_menu->addAction(theme::icon(sign.icon, sign.ink),
                              tr("%1: %2, %3").arg(name, connectorTitle(environment), sign.title));
        action->setObjectName(QStringLiteral("environment:") + name);
        action->setCheckable(true);
        action->setChecked(name == m_current);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, name] { setCurrent(name); });
    }
    m_menu->addSeparator();
    auto *edit = m_menu->addAction(theme::icon("connect"), tr("Connection of %1…").arg(m_current));
    edit->setObjectName(QStringLiteral("editEnvironment"));
    edit->setEnabled(current().has_value());
    connect(edit, &QAction::triggered, this, [this] { emit editRequested(m_current); });
    auto *add = m_menu->addAction(theme::icon("add"), tr("Add environment…"));
    add->setObjectName(QStringLiteral("addEnvironment"));
    connect(add, &QAction::triggered, this, &EnvironmentChooser::addRequested);
}

QSize EnvironmentChooser::sizeHint() const
{
    const auto environment = current();
    const QString guard = environment ? signOf(*environment).title : QString();
    const int words = fontMetrics().horizontalAdvance(this->text() + guard);
    return {bandWidth + theme::padding * 4 + theme::iconSize() + words + theme::scaled(arrowWidth),
            std::max(theme::formRowHeight, fontMetrics().height() + 2 * theme::padding)};
}

void EnvironmentChooser::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto &t = theme::tokens();
    const auto environment = current();
    const auto sign = environment ? signOf(*environment) : GuardSign{};
    const QColor ink = environment ? theme::colorOf(sign.ink) : t.disabled;
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(hasFocus() ? QPen(t.accent, 1.5) : QPen(t.line));
    painter.setBrush(isEnabled() && underMouse() ? t.hover : t.raised);
    painter.drawRoundedRect(box, theme::fieldRadius, theme::fieldRadius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    const QRect band(3, 4, bandWidth - 1, height() - 8);
    painter.drawRoundedRect(QRectF(theme::mirrored(*this, band)).adjusted(0.5, 0.5, 0.5, -0.5), 1.5,
                            1.5);
    int x = bandWidth + theme::padding;
    const int iconTop = (height() - theme::iconSize()) / 2;
    const QRect iconPlace(x, iconTop, theme::iconSize(), theme::iconSize());
    icon().paint(&painter, theme::mirrored(*this, iconPlace), Qt::AlignCenter,
                 isEnabled() ? QIcon::Normal : QIcon::Disabled);
    x += theme::iconSize() + theme::padding;
    const int arrow = theme::scaled(arrowWidth);
    const QRect room(x, 0, width() - x - arrow, height());
    painter.setPen(isEnabled() ? t.text : t.disabled);
    painter.drawText(theme::mirrored(*this, room), Qt::AlignVCenter,
                     fontMetrics().elidedText(text(), Qt::ElideMiddle, room.width()));
    if (environment) {
        painter.setPen(ink);
        const int named = fontMetrics().horizontalAdvance(text()) + theme::padding;
        painter.drawText(theme::mirrored(*this, room.adjusted(named, 0, 0, 0)), Qt::AlignVCenter,
                         sign.title);
    }
    const int extent = theme::scaled(12);
    const QRect place(width() - arrow, (height() - extent) / 2, extent, extent);
    theme::icon("chevron-down", theme::Ink::Muted)
        .paint(&painter, theme::mirrored(*this, place), Qt::AlignCenter);
}

} // namespace meshwright::ui
