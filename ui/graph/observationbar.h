// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;

namespace meshwright::ui {

class ClusterObserver;

/// One line below the tool bar while the cluster is observed: what was seen, when, and what is in
/// the way.
class ObservationBar : public QWidget
{
    Q_OBJECT

public:
    explicit ObservationBar(QWidget *parent = nullptr);

    void setObserver(ClusterObserver *observer);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    QString sentence() const;
    QString seenText() const;

    ClusterObserver *m_observer = nullptr;
    QLabel *m_sign = nullptr;
    QLabel *m_text = nullptr;
};

} // namespace meshwright::ui
