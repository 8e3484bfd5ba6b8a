// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/text/sourcetext.h"
#include "meshwright/text/textedit.h"

#include <QFutureWatcher>
#include <QLockFile>
#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

#include <map>
#include <memory>
#include <set>

namespace meshwright::ui {

class Session;

/// Keeps the unsaved texts of a session as drafts, at most about a second behind the typing and
/// written off the UI thread, in a folder of its own below `root` that it holds locked. A folder
/// whose lock nobody holds was left by a program that died (see Orphans).
class DraftJournal : public QObject
{
    Q_OBJECT

public:
    DraftJournal(Session &session, const QString &root, QObject *parent = nullptr);
    /// Leaves the drafts of what is unsaved: only `forget` says that nobody wants them.
    ~DraftJournal() override;

    /// The user saved or gave up what was unsaved.
    void forget();
    /// The user leaves it unsaved for the next time.
    void keep();
    /// Writes at once what is not written yet, and waits for it.
    void flush();

signals:
    /// Everything that was unsaved at that time is on the disk.
    void written();
    /// Once until it works again.
    void failed(const QString &why);

private:
    struct Page
    {
        Text text;
        Text base;
        std::size_t caret = 0;
    };

    struct Job
    {
        QString folder;
        std::string workspace;
        std::map<std::string, Page> pages;
        QStringList removed;
        bool isKept = false;
    };

    static QString run(const Job &job);
    void note(const std::string &file);
    void write();
    void finish();
    void retry(const QString &fault);
    void dropAll();
    bool holdFolder();

    Session &m_session;
    QString m_root;
    QString m_folder; ///< empty until there is something to write
    std::unique_ptr<QLockFile> m_lock;
    std::string m_workspace;
    std::map<std::string, std::size_t> m_carets;
    std::set<std::string> m_changed;
    std::map<std::string, QString> m_kept; ///< files that have a draft, and its name
    QStringList m_leftOver;                ///< drafts that nobody wants any more
    QTimer m_pause;
    QThreadPool m_pool;
    QFutureWatcher<QString> m_writing;
    bool m_hasFailed = false;
    bool m_isKept = false; ///< see `keep`
};

/// The folder of all drafts of this user.
QString draftsFolder();

} // namespace meshwright::ui
