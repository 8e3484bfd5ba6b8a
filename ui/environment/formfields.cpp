// SPDX-License-Identifier: Apache-2.0
#include "ui/environment/formfields.h"

#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace meshwright::ui::form {

namespace {

void add(QFormLayout &rows, const QString &label, QWidget *field, const char *objectName)
{
    field->setObjectName(QLatin1String(objectName));
    field->setAccessibleName(label);
    rows.addRow(label, field);
    rows.labelForField(field)->setMinimumHeight(theme::formRowHeight);
}

} // namespace

QFormLayout *newRows()
{
    auto *rows = new QFormLayout;
    rows->setHorizontalSpacing(theme::widePadding);
    rows->setVerticalSpacing(theme::padding);
    rows->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return rows;
}

QLineEdit *addLine(QFormLayout &rows, const char *objectName, const QString &label,
                   const QString &hint)
{
    auto *field = new QLineEdit;
    addLine(rows, field, objectName, label, hint);
    return field;
}

void addLine(QFormLayout &rows, QLineEdit *field, const char *objectName, const QString &label,
             const QString &hint)
{
    field->setPlaceholderText(hint);
    field->setFont(theme::fixedFont());
    field->setTextMargins(theme::grid, 0, theme::grid, 0);
    add(rows, label, field, objectName);
}

QComboBox *addChoice(QFormLayout &rows, const char *objectName, const QString &label,
                     const QStringList &values)
{
    auto *box = new QComboBox;
    for (const auto &value : values)
        box->addItem(value, value);
    add(rows, label, box, objectName);
    return box;
}

void showRow(QFormLayout &rows, QWidget &field, bool isShown)
{
    field.setVisible(isShown);
    rows.labelForField(&field)->setVisible(isShown);
}

void choose(QComboBox &box, const QString &value)
{
    if (box.findData(value) < 0)
        box.addItem(value, value);
    box.setCurrentIndex(box.findData(value));
}

std::string chosen(const QComboBox &box)
{
    return fromQt(box.currentData().toString());
}

std::string typed(const QLineEdit &field)
{
    return fromQt(field.text().trimmed());
}

} // namespace meshwright::ui::form
