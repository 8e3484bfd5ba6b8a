// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/importing/importsource.h"
#include "ui/session/livevalue.h"

#include <QDialog>
#include <QFutureWatcher>
#include <QTimer>

#include <stop_token>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace meshwright::ui {

class ImportPreview;

/// Shows which specs a source makes, who may read what by them, and what did not come along; writes
/// them into a folder once that is wanted. All reading and writing is off the UI thread; closing
/// ends it. No file is replaced that the user did not agree to, as it was then.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    /// The source becomes the dialog's.
    ImportDialog(const QString &title, ImportSource *source, Connections connections,
                 QWidget *parent = nullptr);
    ~ImportDialog() override;

public slots:
    void reject() override;

signals:
    void written(const QString &folder, int files);

private:
    void makeFolderRow();
    void makeLayout();
    void connectParts();
    void run();
    void stop();
    void takeImports();
    void write();
    void takeWritten();
    void askFolder();
    void suggestFolder();
    void checkFolder();
    std::function<TakenFiles()> look() const;
    void takeTaken(const TakenFiles &taken);
    void describe();
    bool hasPlace() const;
    QString folder() const;

    bool isRunning() const { return m_making.isRunning() || m_writing.isRunning(); }

    Connections m_connections;
    ImportSource *m_source;
    ImportsPtr m_imports;
    QString m_fault;
    TakenFiles m_taken;
    bool m_isLooked = false; ///< whether m_taken is of the files and the folder as they are now
    ImportPreview *m_preview = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_words = nullptr;
    QPushButton *m_stopButton = nullptr;
    QLabel *m_folderLabel = nullptr;
    QLineEdit *m_folder = nullptr;
    QPushButton *m_browse = nullptr;
    QCheckBox *m_replace = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_write = nullptr;
    QFutureWatcher<Result<ImportsPtr>> m_making;
    QFutureWatcher<Result<void>> m_writing;
    LiveValue<TakenFiles> m_look;
    QTimer m_slowLook; ///< until it is told that there is one
    std::stop_source m_stop;
};

} // namespace meshwright::ui
