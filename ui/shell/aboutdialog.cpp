// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/aboutdialog.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

namespace meshwright::ui {

namespace {

constexpr int logoSize = 56;
constexpr int lettersWide = 52;

QString versions()
{
    return AboutDialog::tr("Version %1\nQt %2\n%3")
        .arg(QCoreApplication::applicationVersion(), QLatin1String(qVersion()),
             QSysInfo::prettyProductName());
}

} // namespace

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("aboutDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Meshwright"));
    auto *logo = new QLabel;
    logo->setPixmap(theme::appIcon().pixmap(theme::scaled(logoSize), theme::scaled(logoSize)));
    auto *title = new QLabel(tr("Meshwright"));
    theme::setFont(*title, theme::headingFont);
    auto *what =
        new QLabel(tr("Designs, checks and provisions event-driven systems on Apache Kafka "
                      "from their AsyncAPI documents."));
    what->setWordWrap(true);
    what->setMinimumWidth(fontMetrics().averageCharWidth() * lettersWide);
    auto *details = new QLabel(versions());
    details->setObjectName(QStringLiteral("aboutVersions"));
    details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *licence = new QLabel(tr("Free software under the Apache License 2.0."));
    theme::setInk(*licence, theme::Ink::Muted);
    auto *copy = new QPushButton(theme::icon("copy"), tr("Copy the versions"));
    copy->setObjectName(QStringLiteral("copyVersions"));
    connect(copy, &QPushButton::clicked, this,
            [] { QApplication::clipboard()->setText(versions()); });
    auto *close = new QPushButton(tr("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(copy);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(theme::padding);
    for (QLabel *label : {title, what, details, licence})
        texts->addWidget(label);
    auto *top = new QHBoxLayout;
    top->setSpacing(16);
    top->addWidget(logo, 0, Qt::AlignTop);
    top->addLayout(texts, 1);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->setSpacing(16);
    rows->addLayout(top);
    rows->addLayout(buttons);
    rows->setSizeConstraint(QLayout::SetFixedSize);
}

} // namespace meshwright::ui
