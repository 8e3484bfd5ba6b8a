// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace meshwright::ui {

/// What an empty view says: what it would show, why it is empty, and the one next step.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const QString &iconName, const QString &title, const QString &detail,
               QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &detail);
    QPushButton *addButton(const QString &text, bool isPrimary);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyTheme();

    QString m_iconName;
    QWidget *m_page = nullptr;
    QWidget *m_column;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_detail;
    QHBoxLayout *m_buttons;
};

} // namespace meshwright::ui
