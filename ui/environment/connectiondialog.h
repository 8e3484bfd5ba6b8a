// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/environment/connectionform.h"
#include "ui/environment/connections.h"

#include <QDialog>
#include <QFutureWatcher>

#include <optional>
#include <stop_token>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTabWidget;

namespace meshwright::ui {

class RegistryFields;
class SecretField;
class SecurityFields;
class Session;

/// What a connection's test found.
struct Probe
{
    Result<ClusterInfo> cluster;
    std::optional<Result<std::size_t>> subjects = {}; ///< none: there is no registry
};

/// Shows one environment's connection (or makes a new one), tests it off the UI thread, and writes
/// what was changed to meshwright.yaml as one undoable deed. Faults and the test's answer stand in
/// the dialog itself.
class ConnectionDialog : public QDialog
{
    Q_OBJECT

public:
    /// An empty `name`: a new environment.
    ConnectionDialog(Session *session, Connections connections, const QString &name,
                     QWidget *parent = nullptr);
    ~ConnectionDialog() override;

    QString environmentName() const;

signals:
    /// The environment as it is now called stands in meshwright.yaml.
    void environmentSaved(const QString &name);

public slots:
    void accept() override;
    void testConnection();

private:
    enum class Tone { Neutral, Good, Error };

    void makeFields();
    void makeTabs();
    void makeLayout();
    void fill(const ConnectionForm &form);
    ConnectionForm form() const;
    void updateVisible();
    bool refuse();
    Result<void> write(const ConnectionForm &after);
    Result<void> create(const Text &text, const QString &title);
    void startTest();
    void takeTest();
    void stopTest();
    void keep(SecretField &field);
    void takeKept();
    void showTesting(bool isTesting);
    void say(Tone tone, const QString &text);
    static QString clusterLine(const Result<ClusterInfo> &cluster);
    static QString registryLine(const Result<std::size_t> &subjects);
    static QString marked(Tone tone, const QString &text);
    QWidget *fieldOf(FormFault::Field field) const;

    Session *m_session;
    Connections m_connections;
    Environment m_base;
    ConnectionForm m_before;
    bool m_isNew = false;
    QTabWidget *m_tabs = nullptr;
    RegistryFields *m_registry = nullptr;
    QFormLayout *m_rows = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_connector = nullptr;
    QComboBox *m_guard = nullptr;
    QLineEdit *m_bootstrap = nullptr;
    SecurityFields *m_security = nullptr;
    QCheckBox *m_readOnly = nullptr;
    QLabel *m_sign = nullptr;
    QLabel *m_answer = nullptr;
    QPushButton *m_test = nullptr;
    QFutureWatcher<Probe> m_testing;
    QFutureWatcher<Result<void>> m_keeping;
    SecretField *m_kept = nullptr; ///< whose secret the keychain takes
    QString m_keptName;
    std::stop_source m_stop;
};

} // namespace meshwright::ui
