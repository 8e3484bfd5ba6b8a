// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/plan/plancontroller.h"
#include "ui/plan/planmodel.h"

#include <QWidget>

class QAction;
class QStackedWidget;

namespace meshwright::ui {

class ApplyBar;
class DeleteChoice;
class EmptyPage;
class ListPage;
class PlanHeader;
class PlanTree;
class ResumeBar;

/// The plan, from before there is one to what came of it.
class PlanView : public QWidget
{
    Q_OBJECT

public:
    PlanView(Session *session, PlanController *controller, QWidget *parent = nullptr);

    PlanModel *model() { return &m_model; }

    /// Empty before a plan was made.
    QString planJson() const;
    QString reportJson() const; ///< empty before one was applied

public slots:
    void copyPlan();

signals:
    /// The way out of a connection that fails.
    void connectionRequested(const QString &environment);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makeWidgets();
    void makeMenu();
    void connectParts();
    void takePhase();
    void refreshTexts();
    void showStanding(bool withRest);
    void showEmpty();
    void showProgress();
    void showDetail();
    void selectFirstUndone();
    void apply(const QString &typedName, bool isAgreed);
    void saveAs(const QString &suggestion, const QString &json);
    const SchemaChange *currentSchema() const; ///< null where the current row is no schema
    void compareSchema();

    Session *m_session;
    PlanController *m_controller;
    PlanModel m_model;
    GroupFilter m_filtered{m_model};
    MadePlanPtr m_shown;
    ResumeBar *m_resume = nullptr;
    QStackedWidget *m_pages = nullptr;
    EmptyPage *m_empty = nullptr;
    DeleteChoice *m_deletes = nullptr;
    ListPage *m_page = nullptr;
    PlanHeader *m_header = nullptr;
    PlanTree *m_tree = nullptr;
    ApplyBar *m_bar = nullptr;
    QAction *m_compare = nullptr;
};

} // namespace meshwright::ui
