// SPDX-License-Identifier: Apache-2.0
#include "ui/problems/ruledialog.h"

#include "meshwright/lint/rulepage.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace meshwright::ui {

RuleDialog::RuleDialog(const Rule &rule, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("ruleDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Rule %1").arg(toQt(rule.id)));
    auto *page = new QTextBrowser;
    page->setObjectName(QStringLiteral("rulePage"));
    page->setAccessibleName(windowTitle());
    page->setOpenLinks(false);
    page->setMarkdown(toQt(pageMarkdown(rule)));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::padding, theme::padding, theme::padding, theme::padding);
    column->addWidget(page, 1);
    column->addWidget(buttons);
    resize(720, 640);
}

} // namespace meshwright::ui
