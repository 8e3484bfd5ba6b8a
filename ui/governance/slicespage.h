// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/governance/slicesmodel.h"
#include "ui/governance/tablepage.h"
#include "ui/session/livevalue.h"

namespace meshwright::ui {

/// Whether what belongs to each context is named after it.
class SlicesPage : public TablePage
{
    Q_OBJECT

public:
    explicit SlicesPage(Session &session, QWidget *parent = nullptr);

protected:
    std::optional<asyncapi::Place> placeOf(int row, int column) const override;
    bool accepts(int row) const override;
    void setSeen(bool isSeen) override;
    void retranslate() override;
    void updateState() override;

private:
    void fitColumns();

    SlicesModel *m_slices;
    QToolButton *m_onlyWrong = nullptr;
    LiveValue<slices::Checklist> m_list;
};

} // namespace meshwright::ui
