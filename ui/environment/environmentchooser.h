// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/workspace/settings.h"

#include <QToolButton>

#include <optional>

class QMenu;

namespace meshwright::ui {

class Session;

/// The tool bar's button that says where plans lead, in the colour and with the sign of the
/// environment's guard, and lets choose another of the workspace's environments.
class EnvironmentChooser : public QToolButton
{
    Q_OBJECT

public:
    explicit EnvironmentChooser(Session *session, QWidget *parent = nullptr);

    /// The chosen one as the newest snapshot has it; none before a folder is open.
    std::optional<Environment> current() const;

    QString currentName() const { return m_current; }

    void setCurrent(const QString &name);

    QSize sizeHint() const override;

signals:
    void currentChanged(const QString &name);
    void editRequested(const QString &name);
    void addRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void takeSnapshot();
    void fillMenu();
    void describe();

    Session *m_session;
    QMenu *m_menu;
    QString m_current;
};

} // namespace meshwright::ui
