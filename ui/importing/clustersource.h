// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/importing/importsource.h"

class QComboBox;
class QPushButton;

namespace meshwright::ui {

class Session;

/// A connection of the open folder, and of what it holds all, a domain or a context. The cluster is
/// read when that is asked for, and kept while other parts of it are looked at.
class ClusterSource : public ImportSource
{
    Q_OBJECT

public:
    ClusterSource(Session &session, Connections connections, const QString &environment,
                  QWidget *parent = nullptr);

    Job job() const override;
    QString progress() const override;
    QString hint() const override;
    QString suggestedFolder() const override;
    void take(const Imports &imports) override;

signals:
    void connectionWanted();

private:
    void makeFields();
    void fillEnvironments();
    void forget();
    void read();
    std::optional<Environment> environment() const;
    std::string scope() const;

    Session &m_session;
    Connections m_connections;
    QComboBox *m_environment = nullptr;
    QComboBox *m_scope = nullptr;
    QPushButton *m_read = nullptr;
    bool m_isWanted = false;
    ClusterReadingPtr m_reading;
};

} // namespace meshwright::ui
