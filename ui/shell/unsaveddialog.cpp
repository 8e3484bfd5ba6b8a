// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/unsaveddialog.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

namespace meshwright::ui {

UnsavedDialog::UnsavedDialog(const QStringList &files, bool mayKeep, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("unsavedDialog"));
    setWindowTitle(tr("Unsaved edits"));
    auto *title = new QLabel(tr("%n file(s) with unsaved edits", nullptr, int(files.size())));
    theme::setFont(*title, theme::titleFont);
    auto *list = new QListWidget;
    list->setAccessibleName(tr("Files with unsaved edits"));
    list->setSelectionMode(QAbstractItemView::NoSelection);
    for (const QString &file : files) {
        auto *item = new QListWidgetItem(theme::icon("spec", theme::Ink::Muted), file, list);
        item->setFont(theme::fixedDetailFont());
        item->setToolTip(file);
    }
    list->setMinimumSize(theme::scaled(380),
                         qMin(8, int(files.size()) + 1) * theme::scaled(theme::rowHeight));

    auto *save = new QPushButton(tr("&Save all"));
    save->setObjectName(QStringLiteral("saveAll"));
    save->setProperty("primary", true);
    save->setDefault(true);
    auto *discard = new QPushButton(tr("&Discard"));
    discard->setObjectName(QStringLiteral("discard"));
    auto *keep = new QPushButton(tr("&Keep for the next time"));
    keep->setObjectName(QStringLiteral("keepUnsaved"));
    keep->setToolTip(
        tr("The files stay as they are on the disk. Your edits are back, unsaved, when "
           "this folder is opened again."));
    keep->setVisible(mayKeep);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancel"));
    connect(save, &QPushButton::clicked, this, [this] { choose(UnsavedAnswer::Save); });
    connect(discard, &QPushButton::clicked, this, [this] { choose(UnsavedAnswer::Discard); });
    connect(keep, &QPushButton::clicked, this, [this] { choose(UnsavedAnswer::Keep); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(discard);
    buttons->addWidget(keep);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->setSpacing(theme::widePadding);
    rows->addWidget(title);
    rows->addWidget(list, 1);
    rows->addLayout(buttons);
}

void UnsavedDialog::choose(UnsavedAnswer answer)
{
    m_answer = answer;
    accept();
}

} // namespace meshwright::ui
