// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/session/snapshot.h"

#include <QList>

class QAction;
class QMenu;
class QPoint;
class QWidget;

namespace meshwright::ui {

class Actions;

/// What can be done with a bounded context or a topic, wherever it is shown, in the order of its
/// menu; a null stands where groups meet. Of no subject: what can be done with the whole. They are
/// the window's own actions, so that the menu bar and the palette have them too.
QList<QAction *> subjectActions(const Actions &actions, const Selection &subject);

/// The menu of these, at a place of the screen; what is not possible now is left out.
QMenu *showSubjectMenu(const Actions &actions, const Selection &subject, const QPoint &place,
                       QWidget *parent);

} // namespace meshwright::ui
