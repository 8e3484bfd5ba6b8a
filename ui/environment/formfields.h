// SPDX-License-Identifier: Apache-2.0
// The rows of the forms that describe a connection.
#pragma once

#include <QString>
#include <QStringList>

#include <string>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QWidget;

namespace meshwright::ui::form {

QFormLayout *newRows();
QLineEdit *addLine(QFormLayout &rows, const char *objectName, const QString &label,
                   const QString &hint);
void addLine(QFormLayout &rows, QLineEdit *field, const char *objectName, const QString &label,
             const QString &hint);
QComboBox *addChoice(QFormLayout &rows, const char *objectName, const QString &label,
                     const QStringList &values);
void showRow(QFormLayout &rows, QWidget &field, bool isShown);

/// What a file says stays, even where we don't know it.
void choose(QComboBox &box, const QString &value);
std::string chosen(const QComboBox &box);
std::string typed(const QLineEdit &field);

} // namespace meshwright::ui::form
