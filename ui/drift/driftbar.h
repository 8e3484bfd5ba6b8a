// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/drift/comparing.h"

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace meshwright::ui {

/// The foot of the drift: what can be done about what is selected, and why the rest can't. Its two
/// actions are there for menus too.
class DriftBar : public QWidget
{
    Q_OBJECT

public:
    explicit DriftBar(QWidget *parent = nullptr);

    /// `obstacle`: why nothing can be done at all now, or empty.
    void describe(const MadeDrift &made, const std::vector<DriftItem> &chosen,
                  const QString &obstacle);

    QAction *restoreAction() const { return m_restore; }

    QAction *adoptAction() const { return m_adopt; }

    const std::vector<DriftItem> &restorable() const { return m_restorable; }

    const std::vector<DriftItem> &adoptable() const { return m_adoptable; }

private:
    QPushButton *addButton(QAction *action, const char *name);

    std::vector<DriftItem> m_restorable; ///< of what is selected
    std::vector<DriftItem> m_adoptable;
    QAction *m_restore;
    QAction *m_adopt;
    QLabel *m_text;
};

} // namespace meshwright::ui
