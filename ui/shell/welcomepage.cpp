// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/welcomepage.h"

#include "ui/theme/scrollpage.h"
#include "ui/theme/theme.h"
#include "ui/theme/wraplayout.h"

#include <QCommandLinkButton>
#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

namespace meshwright::ui {

namespace {

constexpr int columnWidth = 620;
constexpr int cardIcon = 28;
constexpr QSize cardSize(240, 150);
constexpr int logoSize = 56;

QLabel *wrapped(const QString &text = {})
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    return label;
}

} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
    , m_column(new QWidget)
    , m_logo(new QLabel)
    , m_title(new QLabel(tr("Meshwright")))
    , m_detail(wrapped(tr("Design event-driven systems on Kafka: edit the specs of your bounded "
                          "contexts, see who reads what, and provision it.")))
    , m_failure(wrapped())
    , m_progress(new QProgressBar)
    , m_recent(new QWidget)
    , m_recentRows(new QVBoxLayout(m_recent))
    , m_recentTitle(new QLabel(tr("Recent folders")))
    , m_tour(makeLink("lightbulb", "takeTour"))
    , m_imports(new QWidget)
{
    setObjectName(QStringLiteral("welcomePage"));
    setAutoFillBackground(true);
    theme::setFont(*m_title, theme::headingFont);
    theme::setFont(*m_recentTitle, theme::detailFont);
    m_failure->setObjectName(QStringLiteral("welcomeFailure"));
    m_failure->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_failure->hide();
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Opening"));
    m_progress->hide();

    auto *cards = new theme::WrapLayout;
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(theme::widePadding);
    cards->addWidget(makeCard("sample", tr("Open the sample"),
                              tr("ACME, a company of bounded contexts in five domains, with a "
                                 "sandbox cluster. Nothing to set up."),
                              "openSample", &WelcomePage::sampleRequested),
                     1);
    cards->addWidget(makeCard("open-folder", tr("Open a folder"),
                              tr("Your AsyncAPI specs are found by their content, in all "
                                 "subfolders."),
                              "openFolder", &WelcomePage::folderRequested),
                     1);
    m_tour->hide();
    makeImports();
    connect(m_tour, &QToolButton::clicked, this, &WelcomePage::tourRequested);
    m_recentRows->setContentsMargins(0, 0, 0, 0);
    m_recentRows->setSpacing(0);
    m_recent->hide();

    auto *rows = new QVBoxLayout;
    rows->setSpacing(theme::widePadding);
    rows->addStretch(2);
    rows->addWidget(m_logo);
    rows->addWidget(m_title);
    rows->addWidget(m_detail);
    rows->addSpacing(theme::padding);
    rows->addLayout(cards);
    rows->addWidget(m_imports);
    rows->addWidget(m_tour);
    rows->addWidget(m_progress);
    rows->addWidget(m_failure);
    rows->addSpacing(theme::padding);
    rows->addWidget(m_recent);
    rows->addStretch(3);
    m_column->setLayout(rows);
    auto *page = new QWidget;
    auto *centred = new QHBoxLayout(page);
    centred->addStretch(1);
    centred->addWidget(m_column, 10);
    centred->addStretch(1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(new theme::ScrollPage(page));
    applyTheme();
}

QWidget *WelcomePage::makeCard(const char *icon, const QString &title, const QString &detail,
                               const char *name, void (WelcomePage::*deed)())
{
    auto *button = new QPushButton;
    button->setObjectName(QLatin1String(name));
    button->setAccessibleName(title);
    button->setAccessibleDescription(detail);
    button->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    button->setCursor(Qt::PointingHandCursor);
    auto *sign = new QLabel;
    sign->setObjectName(QStringLiteral("cardIcon"));
    sign->setProperty("icon", QLatin1String(icon));
    auto *heading = new QLabel(title);
    heading->setObjectName(QStringLiteral("cardTitle"));
    theme::setFont(*heading, theme::titleFont);
    auto *text = wrapped(detail);
    text->setObjectName(QStringLiteral("cardDetail"));
    auto *rows = new QVBoxLayout(button);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->setSpacing(6);
    for (QLabel *label : {sign, heading, text}) {
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        rows->addWidget(label);
    }
    rows->addStretch(1);
    button->setMinimumSize(cardSize);
    connect(button, &QPushButton::clicked, this, deed);
    return button;
}

QToolButton *WelcomePage::makeLink(const char *icon, const char *name)
{
    auto *link = new QToolButton;
    link->setObjectName(QLatin1String(name));
    link->setIcon(theme::icon(icon, theme::Ink::Accent));
    link->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    link->setAutoRaise(true);
    return link;
}

void WelcomePage::makeImports()
{
    auto *row = new theme::WrapLayout(m_imports);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::padding);
    const auto add = [&](const char *icon, const char *name, const QString &words,
                         const QString &action) {
        auto *link = makeLink(icon, name);
        link->setText(words);
        connect(link, &QToolButton::clicked, this,
                [this, action] { emit importRequested(action); });
        row->addWidget(link);
    };
    add("cluster", "importCluster", tr("Import from a cluster…"), QStringLiteral("import-cluster"));
    add("import", "importJulie", tr("Import from JulieOps…"), QStringLiteral("import-julie"));
    m_imports->hide();
}

void WelcomePage::offerImports()
{
    m_imports->show();
}

void WelcomePage::setRecentFolders(const QStringList &folders)
{
    while (QLayoutItem *item = m_recentRows->takeAt(0)) {
        if (item->widget() != m_recentTitle)
            delete item->widget();
        delete item;
    }
    m_recentRows->addWidget(m_recentTitle);
    for (const QString &folder : folders) {
        auto *row = new QToolButton;
        row->setAutoRaise(true);
        row->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        row->setIcon(theme::icon("open-folder", theme::Ink::Muted));
        row->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        const QString shown = QDir::toNativeSeparators(folder);
        const bool isThere = QFileInfo::exists(folder);
        const QString said = isThere ? shown : tr("%1 (not there any more)").arg(shown);
        row->setObjectName(QStringLiteral("recentFolder"));
        row->setEnabled(isThere);
        row->setText(
            fontMetrics().elidedText(said, Qt::ElideMiddle, theme::scaled(columnWidth - 60)));
        row->setToolTip(shown);
        row->setAccessibleName(tr("Open %1").arg(shown));
        connect(row, &QToolButton::clicked, this, [this, folder] { emit openRequested(folder); });
        m_recentRows->addWidget(row);
    }
    m_recent->setVisible(!folders.isEmpty());
}

void WelcomePage::offerTour(const QString &words)
{
    m_tour->setText(words);
    m_tour->show();
}

void WelcomePage::showBusy(const QString &path)
{
    m_failure->hide();
    m_progress->setVisible(!path.isEmpty());
}

void WelcomePage::showFailure(const QString &message)
{
    m_progress->hide();
    m_failure->setText(message);
    m_failure->setVisible(!message.isEmpty());
}

void WelcomePage::applyTheme()
{
    const theme::Tokens &t = theme::tokens();
    const auto ink = [](QWidget *widget, const QColor &color) {
        QPalette colors = widget->palette();
        colors.setColor(QPalette::WindowText, color);
        widget->setPalette(colors);
    };
    const qreal ratio = devicePixelRatioF();
    m_column->setMaximumWidth(theme::scaled(columnWidth));
    const int logo = theme::scaled(logoSize);
    const int sign = theme::scaled(cardIcon);
    m_logo->setPixmap(theme::appIcon().pixmap(QSize(logo, logo), ratio));
    ink(m_detail, t.muted);
    ink(m_failure, t.error);
    ink(m_recentTitle, t.muted);
    for (auto *label : findChildren<QLabel *>(QStringLiteral("cardIcon")))
        label->setPixmap(theme::icon(label->property("icon").toString(), theme::Ink::Accent)
                             .pixmap(QSize(sign, sign), ratio));
    for (auto *label : findChildren<QLabel *>(QStringLiteral("cardDetail")))
        ink(label, t.muted);
}

void WelcomePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyTheme();
}

} // namespace meshwright::ui
