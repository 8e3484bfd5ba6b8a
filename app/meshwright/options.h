// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/destination.h"
#include "ui/theme/theme.h"

#include <QSize>
#include <QString>

#include <optional>
#include <variant>

namespace meshwright::app {

/// What the command line asks for.
struct Options
{
    QString path;
    std::optional<ui::Destination> link; ///< where it was given in place of a path
    bool sample = false;
    bool freshSample = false;
    QString screenshot;
    QString graphFile; ///< the graph is written there, and the program ends
    QSize size;
    ui::theme::Mode theme = ui::theme::Mode::System;
    bool hasTheme = false;
    QString language; ///< for this time; empty: as chosen in the window
};

/// Ends the program: what to print, and the exit code.
struct Ending
{
    QString text;
    int code = 0;
};

std::variant<Options, Ending> readOptions(const QStringList &arguments);

} // namespace meshwright::app
