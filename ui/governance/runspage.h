// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/governance/runsmodel.h"
#include "ui/governance/tablepage.h"
#include "ui/session/livevalue.h"

#include <QFutureWatcher>

class QLabel;

namespace meshwright::ui {

/// Who applied what, when and where: the audit trail, whether it is as it was written, and the runs
/// that did not end.
class RunsPage : public TablePage
{
    Q_OBJECT

public:
    explicit RunsPage(Session &session, QWidget *parent = nullptr);

signals:
    void goOnRequested(const QString &environment, const QString &journal);

protected:
    std::optional<asyncapi::Place> placeOf(int row, int column) const override;
    void setSeen(bool isSeen) override;
    void retranslate() override;
    void updateState() override;

private:
    void makeItems();
    void closeRun();
    void takeClosed();
    void goOn();
    const journal::Record *unfinished() const; ///< the current one; null where it did end
    QString trailText() const;

    RunsModel *m_runs;
    RunItemsModel m_items;
    QTreeView *m_itemTable = nullptr;
    QLabel *m_verdict = nullptr;
    QLabel *m_message = nullptr;
    QToolButton *m_goOn = nullptr;
    QToolButton *m_close = nullptr;
    QToolButton *m_reload = nullptr;
    LiveValue<KnownRuns> m_known;
    QFutureWatcher<Result<void>> m_closing;
};

} // namespace meshwright::ui
