// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/environment/connectionform.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace meshwright::ui {

/// How the schema registry beside a cluster is reached. Without an address there is none.
class RegistryFields : public QWidget
{
    Q_OBJECT

public:
    explicit RegistryFields(QWidget *parent = nullptr);

    void fill(const RegistryForm &form);
    RegistryForm form() const;
    /// Null where the fault is none of these fields'.
    QWidget *fieldOf(FormFault::Field field) const;

signals:
    /// Fields came or went.
    void rowsChanged();

private:
    void updateVisible();

    QFormLayout *m_rows;
    QLineEdit *m_url = nullptr;
    QComboBox *m_login = nullptr;
    QLineEdit *m_username = nullptr;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_token = nullptr;
    QLineEdit *m_ca = nullptr;
    QLineEdit *m_certificate = nullptr;
    QLineEdit *m_key = nullptr;
    QLineEdit *m_keyPassword = nullptr;
    QComboBox *m_compatibility = nullptr;
};

} // namespace meshwright::ui
