// SPDX-License-Identifier: Apache-2.0
#include "ui/importing/importing.h"

#include "ui/importing/clustersource.h"
#include "ui/importing/importdialog.h"
#include "ui/importing/juliesource.h"
#include "ui/session/session.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/questions.h"
#include "ui/text/text.h"

#include <QDir>

namespace meshwright::ui {

Importing::Importing(MainWindow &window, Session &session, Questions &questions,
                     Connections connections, std::function<QString()> environment)
    : QObject(&window)
    , m_window(window)
    , m_session(session)
    , m_questions(questions)
    , m_connections(std::move(connections))
    , m_environment(std::move(environment))
{
    const QString menu = QStringLiteral("import");
    window.addAction(menu, QStringLiteral("import-cluster"),
                     {tr("&Import from a cluster…"), "cluster"}, [this] { fromCluster(); });
    window.addAction(menu, QStringLiteral("import-julie"), {tr("Import from &JulieOps…"), "import"},
                     [this] { fromJulie(); });
    window.offerImports();
}

/// A connection stands in the settings of a folder.
void Importing::fromCluster()
{
    if (m_session.isOpen()) {
        auto *source = new ClusterSource(m_session, m_connections, m_environment());
        connect(source, &ClusterSource::connectionWanted, this, &Importing::connectionWanted);
        return open(tr("Import from a cluster"), source);
    }
    m_questions.askFolder(&m_window, QDir::homePath(), [this](const QString &path) {
        if (path.isEmpty())
            return;
        auto *once = new QObject(this);
        connect(&m_session, &Session::openFailed, once, &QObject::deleteLater);
        connect(&m_session, &Session::opened, once, [this, once] {
            once->deleteLater();
            fromCluster();
        });
        m_window.openPath(path);
    });
}

void Importing::fromJulie()
{
    open(tr("Import from JulieOps"),
         new JulieSource(m_session.isOpen() ? m_session.rootPath() : QDir::homePath()));
}

void Importing::open(const QString &title, ImportSource *source)
{
    auto *dialog = new ImportDialog(title, source, m_connections, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::written, this, &Importing::takeWritten);
    dialog->open();
}

/// What lies in the open folder shows there by itself; another folder is opened, and one with
/// settings of its own.
void Importing::takeWritten(const QString &folder, int files)
{
    const QString root = QDir(m_session.rootPath()).canonicalPath();
    const QString place = QDir(folder).canonicalPath();
    const bool isInside =
        place == root || (place.startsWith(root + QLatin1Char('/')) &&
                          !QFileInfo::exists(QDir(place).filePath(toQt(settingsFileName))));
    if (!m_session.isOpen() || !isInside)
        m_window.openPath(place);
    m_window.showMessage(
        tr("%Ln file(s) written to %1", nullptr, files).arg(QDir::toNativeSeparators(folder)));
}

} // namespace meshwright::ui
