// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/environment/connectionform.h"

#include <QObject>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QWidget;

namespace meshwright::ui {

/// How brokers are reached and who to be there, as rows of a form.
class SecurityFields : public QObject
{
    Q_OBJECT

public:
    /// Adds its rows at the end.
    explicit SecurityFields(QFormLayout *rows, QObject *parent = nullptr);

    void fill(const SecurityForm &form);
    SecurityForm form() const;
    /// What is asked for depends on what is chosen; nothing where there are no brokers.
    void showRows(bool hasBrokers);
    /// Null where the fault is none of these fields'.
    QWidget *fieldOf(FormFault::Field field) const;

signals:
    /// Other rows are wanted.
    void choiceChanged();

private:
    QFormLayout *m_rows;
    QComboBox *m_protocol;
    QComboBox *m_mechanism;
    QLineEdit *m_username;
    QLineEdit *m_password;
    QLineEdit *m_tokenEndpoint;
    QLineEdit *m_clientId;
    QLineEdit *m_clientSecret;
    QLineEdit *m_scope;
    QLineEdit *m_ca;
    QLineEdit *m_certificate;
    QLineEdit *m_key;
    QLineEdit *m_keyPassword;
};

} // namespace meshwright::ui
