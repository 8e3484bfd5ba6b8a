// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

namespace meshwright::ui {

/// A description of a few lines. What was typed is told once, when the focus leaves.
class DescriptionField : public QPlainTextEdit
{
    Q_OBJECT

public:
    DescriptionField(const char *name, const QString &accessibleName, const QString &hint);

    /// What the text says. While it is being typed over, that stays.
    void show(const QString &text);

signals:
    void committed(const QString &text);

protected:
    void focusOutEvent(QFocusEvent *event) override;

private:
    QString m_shown;
};

} // namespace meshwright::ui
