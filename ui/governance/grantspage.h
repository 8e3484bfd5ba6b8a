// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/governance/grantsmodel.h"
#include "ui/governance/tablepage.h"
#include "ui/session/livevalue.h"

#include "meshwright/diagnostic.h"

#include <array>

namespace meshwright::ui {

class ClusterObserver;

/// Who asks whom for which protected topic, who was granted it, and who reads it. Give and Take
/// away are the quick fixes of the findings.
class GrantsPage : public TablePage
{
    Q_OBJECT

public:
    GrantsPage(Session &session, const ClusterObserver &observer, QWidget *parent = nullptr);

protected:
    std::optional<asyncapi::Place> placeOf(int row, int column) const override;
    bool accepts(int row) const override;
    void setSeen(bool isSeen) override;
    void retranslate() override;
    void updateState() override;

private:
    struct Made
    {
        WorkspacePtr workspace;
        std::vector<GrantEntry> ledger;
    };

    std::function<Made()> prepare() const;
    std::optional<QuickFix> fixOf(int row) const;
    void fix();
    void copyRequests();
    void showMenu(const QPoint &point);

    const ClusterObserver &m_observer;
    GrantsModel *m_grants;
    std::array<QToolButton *, std::size(grantStates)> m_shown{};
    QToolButton *m_give = nullptr;
    QToolButton *m_take = nullptr;
    QToolButton *m_copy = nullptr;
    LiveValue<Made> m_ledger;
};

} // namespace meshwright::ui
