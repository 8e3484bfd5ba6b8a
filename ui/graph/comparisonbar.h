// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace meshwright::ui {

class GraphComparison;

/// Says above the picture what is laid over the specs, and how many contexts, topics and flows
/// differ.
class ComparisonBar : public QWidget
{
    Q_OBJECT

public:
    explicit ComparisonBar(GraphComparison &comparison, QWidget *parent = nullptr);

    QString sentence() const;

signals:
    /// The rest shall be left out.
    void onlyDifferencesWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    GraphComparison &m_comparison;
    QLabel *m_text = nullptr;
    QToolButton *m_only = nullptr;
    QToolButton *m_stop = nullptr;
};

} // namespace meshwright::ui
