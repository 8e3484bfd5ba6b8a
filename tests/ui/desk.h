// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/sessionfixture.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/editorarea.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/questions.h"
#include "ui/theme/theme.h"

namespace meshwright::test {

/// Answers as the test says, and remembers what it was asked.
class ScriptedQuestions : public ui::Questions
{
public:
    ui::UnsavedAnswer unsaved = ui::UnsavedAnswer::Cancel;
    QString folder;
    int line = 1;
    QList<QStringList> askedFiles;

    void askUnsaved(QWidget *, const QStringList &files, bool,
                    std::function<void(ui::UnsavedAnswer)> answer) override
    {
        askedFiles.append(files);
        answer(unsaved);
    }

    void askFolder(QWidget *, const QString &, std::function<void(const QString &)> answer) override
    {
        answer(folder);
    }

    void askLine(QWidget *, int, std::function<void(int)> answer) override { answer(line); }
};

/// The window with a folder, without the graph and the plan.
struct Desk
{
    explicit Desk(const std::map<std::string, std::string> &texts = {{"sales.yaml", salesSpec},
                                                                     {"stock.yaml", stockSpec}})
        : files(texts)
        , window(files.session, questions)
    {
        window.show();
    }

    bool open()
    {
        window.openPath(files.folder.path());
        return QTest::qWaitFor([this] { return files.session.isOpen(); }, 10000) && files.settle();
    }

    ui::CodeEditor *edit(const std::string &file)
    {
        window.editors().openFile(file);
        window.editors().currentEditor()->setFocus();
        return window.editors().currentEditor();
    }

    SessionFixture files;
    ScriptedQuestions questions;
    ui::MainWindow window;
};

/// Dark and light, where MESHWRIGHT_SCREENSHOTS names a folder.
inline void takePictures(ui::MainWindow &window, const char *name)
{
    const QString folder = qEnvironmentVariable("MESHWRIGHT_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    for (const auto mode : {ui::theme::Mode::Dark, ui::theme::Mode::Light}) {
        ui::theme::setMode(mode);
        QTest::qWait(200);
        const char *look = mode == ui::theme::Mode::Dark ? "dark" : "light";
        const auto path =
            QStringLiteral("%1/%2-%3.png").arg(folder, QLatin1String(name), QLatin1String(look));
        QVERIFY2(window.grab().save(path), qPrintable(path));
    }
}

} // namespace meshwright::test
