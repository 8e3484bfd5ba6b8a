// SPDX-License-Identifier: Apache-2.0
#include "ui/recovery/recoverydialog.h"

#include "ui/diff/diffview.h"
#include "ui/text/text.h"
#include "ui/theme/scrollpage.h"
#include "ui/theme/theme.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace meshwright::ui {

namespace {

constexpr QSize firstSize(940, 560);
constexpr int listWidth = 260;

QString whenOf(const Draft &draft)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(draft.writtenAt),
                              QLocale::ShortFormat);
}

} // namespace

RecoveryDialog::RecoveryDialog(std::vector<RecoveredText> texts, QWidget *parent)
    : QDialog(parent)
    , m_texts(std::move(texts))
{
    setObjectName(QStringLiteral("recoveryDialog"));
    setWindowTitle(tr("Recovered edits"));
    auto *title = new QLabel(
        tr("%n file(s) with edits that were not saved", nullptr, static_cast<int>(m_texts.size())));
    theme::setFont(*title, theme::titleFont);
    auto *detail = new QLabel(tr("Meshwright ended before they were saved. The files on the disk "
                                 "are as they were: restoring puts the edits back into the "
                                 "editor, unsaved."));
    detail->setWordWrap(true);
    auto *split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->addWidget(makeList());
    split->addWidget(makeComparison());
    split->setSizes({theme::scaled(listWidth), theme::scaled(firstSize.width() - listWidth)});

    auto *all = makeButton(tr("Restore &all"), "restoreAll", &RecoveryDialog::restoreAll);
    all->setProperty("primary", true);
    all->setDefault(true);
    auto *later = makeButton(tr("Decide &later"), "decideLater", nullptr);
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(later);
    buttons->addWidget(all);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->setSpacing(theme::widePadding);
    rows->addWidget(title);
    rows->addWidget(detail);
    rows->addWidget(split, 1);
    rows->addLayout(buttons);
    theme::resizeWithinScreen(*this, firstSize);
    m_list->setCurrentRow(0);
    m_list->setFocus();
}

QWidget *RecoveryDialog::makeList()
{
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("recoveredFiles"));
    m_list->setAccessibleName(tr("Recovered files"));
    m_list->setMinimumWidth(listWidth / 2);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // or nothing is elided
    for (const RecoveredText &text : m_texts) {
        const QString file = toQt(text.kept.draft.file);
        auto *item = new QListWidgetItem(
            theme::icon(text.hasChanged ? "warning" : "spec",
                        text.hasChanged ? theme::Ink::Warning : theme::Ink::Muted),
            file, m_list);
        item->setToolTip(file);
    }
    connect(m_list, &QListWidget::currentRowChanged, this, &RecoveryDialog::showCurrent);
    return m_list;
}

QWidget *RecoveryDialog::makeComparison()
{
    m_what = new QLabel;
    m_what->setObjectName(QStringLiteral("recoveredWhat"));
    m_what->setWordWrap(true);
    m_diff = new DiffView;
    auto *deeds = new QHBoxLayout;
    deeds->addStretch(1);
    deeds->addWidget(makeButton(tr("&Discard"), "discardOne", &RecoveryDialog::discardOne));
    deeds->addWidget(makeButton(tr("&Restore"), "restoreOne", &RecoveryDialog::restoreOne));
    auto *whole = new QWidget;
    auto *rows = new QVBoxLayout(whole);
    rows->setContentsMargins(theme::padding, 0, 0, 0);
    rows->addWidget(m_what);
    rows->addWidget(m_diff, 1);
    rows->addLayout(deeds);
    return whole;
}

QPushButton *RecoveryDialog::makeButton(const QString &text, const char *name,
                                        void (RecoveryDialog::*deed)())
{
    auto *button = new QPushButton(text);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    if (deed)
        connect(button, &QPushButton::clicked, this, deed);
    return button;
}

void RecoveryDialog::showCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    const RecoveredText &text = m_texts[static_cast<std::size_t>(row)];
    const Draft &draft = text.kept.draft;
    m_diff->setTexts(text.onDisk ? std::string_view(text.onDisk->bytes()) : std::string_view(),
                     draft.text);
    QString what =
        tr("Edited %1. From what is on the disk to what was typed: %2 added, %3 removed.")
            .arg(whenOf(draft))
            .arg(m_diff->addedLines())
            .arg(m_diff->removedLines());
    if (!text.onDisk)
        what += QLatin1Char(' ') + tr("The file is no longer on the disk.");
    else if (text.hasChanged)
        what += QLatin1Char(' ') + tr("The file was changed on the disk since these edits began.");
    m_what->setText(what);
}

void RecoveryDialog::restoreOne()
{
    emit restoreRequested(m_texts[static_cast<std::size_t>(m_list->currentRow())].kept);
    removeCurrent();
}

void RecoveryDialog::discardOne()
{
    emit discardRequested(m_texts[static_cast<std::size_t>(m_list->currentRow())].kept);
    removeCurrent();
}

void RecoveryDialog::restoreAll()
{
    while (!m_texts.empty())
        restoreOne();
}

void RecoveryDialog::removeCurrent()
{
    const int row = m_list->currentRow();
    m_texts.erase(m_texts.begin() + row);
    {
        const QSignalBlocker quiet(m_list); // its row and ours are out of step for a moment
        delete m_list->takeItem(row);
    }
    if (m_texts.empty())
        return accept();
    showCurrent();
}

} // namespace meshwright::ui
