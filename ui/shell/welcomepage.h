// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;
class QVBoxLayout;

namespace meshwright::ui {

/// What stands in the window before a folder is open.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

    void setRecentFolders(const QStringList &folders);
    /// In these words; before, there is no tour to take.
    void offerTour(const QString &words);
    /// Specs can be made of something else.
    void offerImports();
    void showBusy(const QString &path);
    /// An empty text: nothing went wrong.
    void showFailure(const QString &message);

signals:
    void sampleRequested();
    void folderRequested();
    void openRequested(const QString &folder);
    void tourRequested();
    void importRequested(const QString &action);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeCard(const char *icon, const QString &title, const QString &detail,
                      const char *name, void (WelcomePage::*deed)());
    QToolButton *makeLink(const char *icon, const char *name);
    void makeImports();
    void applyTheme();

    QWidget *m_column;
    QLabel *m_logo;
    QLabel *m_title;
    QLabel *m_detail;
    QLabel *m_failure;
    QProgressBar *m_progress;
    QWidget *m_recent;
    QVBoxLayout *m_recentRows;
    QLabel *m_recentTitle;
    QToolButton *m_tour;
    QWidget *m_imports;
};

} // namespace meshwright::ui
