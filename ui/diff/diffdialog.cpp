// SPDX-License-Identifier: Apache-2.0
#include "ui/diff/diffdialog.h"

#include "ui/diff/diffview.h"
#include "ui/theme/scrollpage.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace meshwright::ui {

namespace {

constexpr QSize firstSize(860, 560);

} // namespace

DiffDialog::DiffDialog(const QString &title, const QString &sentence, QWidget *parent)
    : QDialog(parent)
    , m_view(new DiffView)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close))
{
    setObjectName(QStringLiteral("diffDialog"));
    setWindowTitle(title);
    auto *text = new QLabel(sentence);
    text->setWordWrap(true);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->setSpacing(theme::widePadding);
    rows->addWidget(text);
    rows->addWidget(m_view, 1);
    rows->addWidget(m_buttons);
    theme::resizeWithinScreen(*this, firstSize);
}

} // namespace meshwright::ui
