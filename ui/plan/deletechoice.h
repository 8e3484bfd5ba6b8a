// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/plan.h"
#include "meshwright/workspace/settings.h"

#include <QToolButton>

class QAction;

namespace meshwright::ui {

/// What the next plan may delete once no spec asks for it: a button whose menu has a box a kind.
/// What the environment's settings delete always is ticked for good.
class DeleteChoice : public QToolButton
{
    Q_OBJECT

public:
    explicit DeleteChoice(QWidget *parent = nullptr);

    void show(const DeleteSettings &settings, const Prune &chosen);
    QSize sizeHint() const override;

signals:
    void chosen(const meshwright::Prune &prune);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();

    std::vector<QAction *> m_kinds; ///< in the order of pruneKinds
};

} // namespace meshwright::ui
