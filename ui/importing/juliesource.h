// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/importing/importsource.h"

#include <QTimer>

class QFormLayout;
class QHBoxLayout;
class QLineEdit;

namespace meshwright::ui {

/// JulieOps's descriptors, or folders of them, and its properties file.
class JulieSource : public ImportSource
{
    Q_OBJECT

public:
    /// `start`: where file dialogs begin.
    explicit JulieSource(const QString &start, QWidget *parent = nullptr);

    Job job() const override;
    QString progress() const override;
    QString hint() const override;
    QString suggestedFolder() const override;

private:
    QHBoxLayout *makeRow(QLineEdit *&field, const char *name, const QString &label,
                         const QString &hint);
    void askFiles();
    void askFolder();
    void askProperties();
    QStringList paths() const;

    QString m_start;
    QLineEdit *m_paths = nullptr;
    QLineEdit *m_properties = nullptr;
    QTimer m_pause; ///< since the last key
};

} // namespace meshwright::ui
