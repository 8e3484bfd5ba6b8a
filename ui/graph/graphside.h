// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTabWidget>

namespace meshwright::ui {

class GraphInquiry;
class Session;

/// Beside the picture: filters, what stands out, and the contexts as a table.
class GraphSide : public QTabWidget
{
    Q_OBJECT

public:
    GraphSide(GraphInquiry &inquiry, Session &session, QWidget *parent = nullptr);

    QSize sizeHint() const override;

signals:
    /// One sentence for the status bar.
    void message(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void retranslate();

    GraphInquiry &m_inquiry;
};

} // namespace meshwright::ui
