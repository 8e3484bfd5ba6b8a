// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/modelling/newspec.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace meshwright::ui {

class Session;

/// Asks for a new bounded context, shows the text of its spec as it would be written, and makes it,
/// in one step of undo; as every edit, it is on the disk once it is saved. What stands against it
/// is said under the fields while they are typed.
class NewSpecDialog : public QDialog
{
    Q_OBJECT

public:
    explicit NewSpecDialog(Session &session, QWidget *parent = nullptr);

    void open() override;
    void accept() override;

signals:
    void created(const std::string &file);

private:
    void makeFields();
    void makeLayout();
    QLineEdit *addField(const char *objectName, const QString &label, const QString &hint);
    QComboBox *addChoice(const char *objectName, const QString &label, const QStringList &values);
    modelling::NewSpec wanted() const;
    void suggest();
    void refresh();

    Session &m_session;
    QFormLayout *m_rows;
    QLineEdit *m_id = nullptr;
    QLineEdit *m_title = nullptr;
    QComboBox *m_version = nullptr;
    QComboBox *m_access = nullptr;
    QLineEdit *m_type = nullptr;
    QLineEdit *m_file = nullptr;
    QLabel *m_fault = nullptr;
    QPlainTextEdit *m_preview = nullptr;
    QPushButton *m_create = nullptr;
};

} // namespace meshwright::ui
