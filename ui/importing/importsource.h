// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/importing/imports.h"

#include <QWidget>

#include <functional>

namespace meshwright::ui {

/// The fields that say what specs are made of.
class ImportSource : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    using Job = std::function<Result<ImportsPtr>(const std::stop_token &)>;

    /// What makes the specs as the fields are now, on a pool thread; none while not enough is said.
    virtual Job job() const = 0;
    /// What is done while it runs, in a sentence.
    virtual QString progress() const = 0;
    /// What to do while there is no job.
    virtual QString hint() const = 0;
    /// Where the files would go.
    virtual QString suggestedFolder() const = 0;

    /// What came of the newest job.
    virtual void take(const Imports & /*imports*/) {}

signals:
    void changed();
};

} // namespace meshwright::ui
