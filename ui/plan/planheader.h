// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/plan/planning.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace meshwright::ui {

class DeleteChoice;

/// The head of the plan: in a sentence what will happen, below it what won't, what was compared,
/// and what else to know; the filter and the button that plans again.
class PlanHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PlanHeader(QWidget *parent = nullptr);

    void describe(const MadePlan &made, bool isOutdated, bool isApplied);
    void setBusy(bool isBusy);
    /// Leaves what was compared to the headline's tool tip.
    void setCompact(bool isCompact);

    DeleteChoice *deletes() const { return m_deletes; }

    QToolButton *menuButton() const { return m_more; }

signals:
    void planRequested();
    void filterChanged(const QString &text);
    /// The link beside what won't happen.
    void problemsRequested();

private:
    void makeButtons();

    bool m_isCompact = false;
    QLabel *m_headline = nullptr;
    QLabel *m_refusals = nullptr;
    QLabel *m_comparison = nullptr;
    QLabel *m_unsaved = nullptr;
    QLabel *m_outdated = nullptr;
    QLineEdit *m_filter = nullptr;
    DeleteChoice *m_deletes = nullptr;
    QPushButton *m_plan = nullptr;
    QToolButton *m_more = nullptr;
};

} // namespace meshwright::ui
