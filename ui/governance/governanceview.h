// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QTabWidget;

namespace meshwright::ui {

class ClusterObserver;
class Session;
class TablePage;

/// The governance dock: who owes whom an answer, and who applied what, a page for each question.
class GovernanceView : public QWidget
{
    Q_OBJECT

public:
    enum Page { GrantsTab, PoliciesTab, SlicesTab, GlossaryTab, RunsTab, TabCount };

    GovernanceView(Session &session, const ClusterObserver &observer, QWidget *parent = nullptr);

    void showPage(Page page);
    TablePage *page(Page page) const;

signals:
    void message(const QString &text);
    void goOnRequested(const QString &environment, const QString &journal);

protected:
    void changeEvent(QEvent *event) override;

private:
    void add(TablePage *page);
    void retranslate();

    QTabWidget *m_pages;
};

} // namespace meshwright::ui
