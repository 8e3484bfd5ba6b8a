// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace meshwright::ui {

class GraphInquiry;
class Session;

/// Says above the picture what it shows, while it does not show everything: how it came there, how
/// far around a context it goes, and the ways back.
class LookBar : public QWidget
{
    Q_OBJECT

public:
    LookBar(GraphInquiry &inquiry, Session &session, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addButton(const char *icon, const char *name);
    void retranslate();
    void refresh();
    void takeFocus();
    QString sentence() const;

    GraphInquiry &m_inquiry;
    Session &m_session;
    QToolButton *m_back = nullptr;
    QLabel *m_text = nullptr;
    QComboBox *m_hops = nullptr;
    QComboBox *m_direction = nullptr;
    QToolButton *m_only = nullptr;
    QToolButton *m_all = nullptr;
};

} // namespace meshwright::ui
