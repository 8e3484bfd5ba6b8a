// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>

namespace meshwright::ui {

class HistoryWatch;

/// In the status bar: the branch, how many files differ from its last commit, and how far it is
/// from its upstream. Hidden where there is no version control.
class BranchSign : public QToolButton
{
    Q_OBJECT

public:
    explicit BranchSign(const HistoryWatch &history, QWidget *parent = nullptr);

private:
    void refresh();

    const HistoryWatch &m_history;
};

} // namespace meshwright::ui
