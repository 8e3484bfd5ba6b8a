// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/languages.h"
#include "ui/settings/preferences.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace meshwright::ui {

/// The user's settings. Each holds as soon as it is chosen; there is nothing to confirm.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(Languages languages, QWidget *parent = nullptr);

signals:
    void recentFoldersForgotten();

private:
    void makeLook();
    void makeEditor();
    void makeStart();
    void makeLayout();
    void addTitle(const QString &text);
    void addRow(const QString &label, QWidget *field, const char *name);
    QCheckBox *addCheck(const QString &text, const char *name);
    void fill(const Preferences &preferences);
    Preferences chosen() const;
    void take();
    void describeRecent();
    void forgetRecent();

    Languages m_languages;
    QFormLayout *m_rows;
    QComboBox *m_mode = nullptr;
    QSpinBox *m_text = nullptr;
    QCheckBox *m_motion = nullptr;
    QComboBox *m_codeFamily = nullptr;
    QSpinBox *m_codePoints = nullptr;
    QComboBox *m_language = nullptr;
    QCheckBox *m_lastFolder = nullptr;
    QCheckBox *m_views = nullptr;
    QLabel *m_recent = nullptr;
    QPushButton *m_forget = nullptr;
    bool m_isFilling = false;
};

} // namespace meshwright::ui
