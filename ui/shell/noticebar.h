// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;

namespace meshwright::ui {

/// A sentence above the work that stays until it is closed: what went wrong, and the way out.
class NoticeBar : public QWidget
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    void showError(const QString &message);
    void showNote(const QString &message);

private:
    void show(const QString &message, bool isError);

    QLabel *m_sign;
    QLabel *m_text;
};

} // namespace meshwright::ui
