// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/governance/glossarymodel.h"
#include "ui/governance/tablepage.h"
#include "ui/session/livevalue.h"

#include <array>

namespace meshwright::ui {

/// The company's words, where they are used, and which of them have several meanings.
class GlossaryPage : public TablePage
{
    Q_OBJECT

public:
    explicit GlossaryPage(Session &session, QWidget *parent = nullptr);

protected:
    std::optional<asyncapi::Place> placeOf(int row, int column) const override;
    bool accepts(int row) const override;
    void setSeen(bool isSeen) override;
    void retranslate() override;
    void updateState() override;

private:
    struct Made
    {
        TopologyPtr topology;
        glossary::Listing listing;
    };

    void showMenu(const QPoint &point);

    GlossaryModel *m_words;
    std::array<QToolButton *, GlossaryModel::KindCount> m_shown{};
    LiveValue<Made> m_listing;
};

} // namespace meshwright::ui
