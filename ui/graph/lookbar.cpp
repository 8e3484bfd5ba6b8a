// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/lookbar.h"

#include "ui/graph/contextname.h"
#include "ui/graph/graphinquiry.h"
#include "ui/session/session.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"
#include "ui/theme/wraplayout.h"

#include "meshwright/layout/graphpicture.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

#include <array>

namespace meshwright::ui {

namespace {

constexpr std::array directions{graph::Direction::Both, graph::Direction::Upstream,
                                graph::Direction::Downstream};
constexpr int mostHops = 3; ///< that are offered; behind them stands "all the way"

QString titleOf(const Session &session, const ContextId &id)
{
    constexpr std::size_t longest = 40; // a bar has no room for more
    const QString name = contextName(session.snapshot().topology.get(), id);
    return toQt(layout::elidedMiddle(fromQt(name), longest));
}

} // namespace

LookBar::LookBar(GraphInquiry &inquiry, Session &session, QWidget *parent)
    : QWidget(parent)
    , m_inquiry(inquiry)
    , m_session(session)
{
    setObjectName(QStringLiteral("graphLookBar"));
    auto *row = new theme::WrapLayout(this);
    row->setContentsMargins(theme::padding, theme::grid, theme::padding, theme::grid);
    row->setSpacing(theme::padding);
    m_back = addButton("undo", "graphBack");
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("graphLookText"));
    m_text->setTextFormat(Qt::PlainText);
    row->addWidget(m_text);
    row->addStretch();
    m_hops = new QComboBox(this);
    m_hops->setObjectName(QStringLiteral("graphHops"));
    m_direction = new QComboBox(this);
    m_direction->setObjectName(QStringLiteral("graphDirection"));
    row->addWidget(m_hops);
    row->addWidget(m_direction);
    m_only = addButton("filter", "graphOnlyThese");
    m_only->setCheckable(true);
    m_only->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_all = addButton("close", "graphShowAll");

    connect(m_back, &QToolButton::clicked, &m_inquiry, &GraphInquiry::back);
    connect(m_all, &QToolButton::clicked, &m_inquiry, &GraphInquiry::clear);
    connect(m_only, &QToolButton::clicked, this, [this](bool isOnly) {
        Look look = m_inquiry.look();
        look.onlyThese = isOnly;
        m_inquiry.ask(look);
    });
    connect(m_hops, &QComboBox::activated, this, &LookBar::takeFocus);
    connect(m_direction, &QComboBox::activated, this, &LookBar::takeFocus);
    connect(&m_inquiry, &GraphInquiry::lookChanged, this, &LookBar::refresh);
    connect(&m_inquiry, &GraphInquiry::answersChanged, this, &LookBar::refresh);
    retranslate();
}

QToolButton *LookBar::addButton(const char *icon, const char *name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setIcon(theme::icon(icon));
    button->setAutoRaise(true);
    layout()->addWidget(button);
    return button;
}

void LookBar::retranslate()
{
    const auto name = [](QWidget *widget, const QString &text, const QString &tip) {
        widget->setAccessibleName(text);
        widget->setToolTip(tip);
    };
    name(m_back, tr("Back to the look before"), tr("Back to the look before (Esc)"));
    name(m_all, tr("Show everything again"), tr("Show everything again"));
    name(m_only, tr("Only these"), tr("Leave the rest out of the picture"));
    m_only->setText(tr("Only these"));
    name(m_hops, tr("How far"), tr("How many steps from the context"));
    name(m_direction, tr("In which direction"),
         tr("Towards those that its data comes from, or towards those that read it"));
    const QSignalBlocker hops(m_hops);
    const QSignalBlocker direction(m_direction);
    m_hops->clear();
    for (int i = 1; i <= mostHops; ++i)
        m_hops->addItem(tr("%n step(s)", nullptr, i), i);
    m_hops->addItem(tr("All the way"), 0);
    m_direction->clear();
    m_direction->addItems({tr("Both directions"), tr("Upstream"), tr("Downstream")});
    refresh();
}

QString LookBar::sentence() const
{
    const Look &look = m_inquiry.look();
    QStringList parts;
    if (look.focus)
        parts << tr("around %1").arg(titleOf(m_session, look.focus->context));
    if (!look.found.empty())
        parts << look.title;
    QStringList words;
    for (const auto &[facet, chosen] : look.filter.words)
        for (const std::string &word : chosen)
            words << toQt(word);
    if (words.size() > 3)
        parts << tr("%n filter(s)", nullptr, static_cast<int>(words.size()));
    else if (!words.isEmpty())
        parts << words.join(QStringLiteral(", "));
    const auto &matches = m_inquiry.matches();
    const QString count =
        matches ? tr("%n bounded context(s)", nullptr, static_cast<int>(matches->size()))
                : QString();
    return tr("All › %1: %2", "what the graph shows, and how many contexts that are")
        .arg(parts.join(QStringLiteral(" › ")), count);
}

void LookBar::refresh()
{
    const Look &look = m_inquiry.look();
    setVisible(!look.isEmpty());
    if (look.isEmpty())
        return;
    m_text->setText(sentence());
    m_only->setChecked(look.onlyThese);
    m_hops->setVisible(look.focus.has_value());
    m_direction->setVisible(look.focus.has_value());
    if (!look.focus)
        return;
    const int hops = look.focus->hops.value_or(0);
    if (m_hops->findData(hops) < 0) // of a saved view
        m_hops->insertItem(m_hops->count() - 1, tr("%n step(s)", nullptr, hops), hops);
    m_hops->setCurrentIndex(m_hops->findData(hops));
    for (std::size_t i = 0; i < directions.size(); ++i)
        if (directions.at(i) == look.focus->direction)
            m_direction->setCurrentIndex(static_cast<int>(i));
}

void LookBar::takeFocus()
{
    Look look = m_inquiry.look();
    if (!look.focus)
        return;
    const int hops = m_hops->currentData().toInt();
    look.focus->hops = hops == 0 ? std::nullopt : std::optional(hops);
    look.focus->direction = directions.at(static_cast<std::size_t>(m_direction->currentIndex()));
    m_inquiry.ask(look);
}

void LookBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace meshwright::ui
