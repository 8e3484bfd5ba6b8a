// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/drift/driftmodel.h"

#include <QWidget>

class QStackedWidget;

namespace meshwright::ui {

class DriftBar;
class DriftController;
class DriftHeader;
class DriftTree;
class EmptyPage;
class ListPage;

/// Where the chosen environment's cluster is out of step with the specs, and the two ways back.
/// Nothing is written from here: one way is a plan, the other an edit of a text.
class DriftView : public QWidget
{
    Q_OBJECT

public:
    DriftView(Session *session, DriftController *controller, QWidget *parent = nullptr);

    DriftModel *model() { return &m_model; }

signals:
    /// A plan of just these.
    void restoreRequested(const meshwright::PlanOptions &chosen);
    /// The way out of a connection that fails.
    void connectionRequested(const QString &environment);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeWidgets();
    void makeMenu();
    void connectParts();
    void takeMade();
    void refresh();
    void showEmpty();
    void showChosen();
    void adopt();
    std::vector<DriftItem> chosen() const;

    Session *m_session;
    DriftController *m_controller;
    DriftModel m_model;
    GroupFilter m_filtered{m_model};
    QStackedWidget *m_pages = nullptr;
    EmptyPage *m_empty = nullptr;
    ListPage *m_page = nullptr;
    DriftHeader *m_header = nullptr;
    DriftTree *m_tree = nullptr;
    DriftBar *m_bar = nullptr;
};

} // namespace meshwright::ui
