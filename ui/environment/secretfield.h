// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

class QFormLayout;

namespace meshwright::ui {

/// Where a secret is. Somebody may type the secret itself: then nobody can read it over a shoulder
/// or in a picture, and a button offers to keep it in the keychain.
class SecretField : public QLineEdit
{
    Q_OBJECT

public:
    /// `setting`: what is kept, as in registry.token.
    explicit SecretField(const QString &setting, QWidget *parent = nullptr);

    const QString &setting() const { return m_setting; }

    /// While the keychain is asked, nothing can be typed.
    void setBusy(bool isBusy);

signals:
    void keepRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateSecrecy();
    void paintSign();

    QString m_setting;
    QAction *m_keep;
};

namespace form {

SecretField *addSecret(QFormLayout &rows, const char *objectName, const QString &setting,
                       const QString &label, const QString &hint);

} // namespace form

} // namespace meshwright::ui
