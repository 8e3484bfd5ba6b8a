// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace meshwright::ui {

class Session;

/// How the window was left with a folder, part by part, in one file for each folder outside of it.
/// Written when something else is opened, at closing, and now and then for the day it crashes.
class WorkspaceMemory : public QObject
{
    Q_OBJECT

public:
    WorkspaceMemory(Session &session, const QString &folder, QObject *parent = nullptr);

    using Save = std::function<QJsonValue()>;
    using Restore = std::function<void(const QJsonValue &)>;

    /// Parts are restored in the order in which they were added; one that nothing is known of gets
    /// an undefined value.
    void add(const QString &key, Save save, Restore restore);

    /// Of the folder that is open now. A file that is damaged or of a newer version is set aside,
    /// and `noteShown` says so. Without `brings`, all parts are as in a folder that is new here.
    void restore(bool brings = true);
    void save();

signals:
    void noteShown(const QString &sentence);

private:
    struct Part
    {
        QString key;
        Save save;
        Restore restore;
    };

    QJsonObject read();
    QString pathOf(const QString &root) const;

    Session &m_session;
    QString m_folder;
    QString m_root; ///< of what was restored last; nothing is saved for any other
    std::vector<Part> m_parts;
    QByteArray m_written;
    QTimer m_timer;
};

/// The folder of these files.
QString memoriesFolder();

} // namespace meshwright::ui
