// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/sessionfixture.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/editorarea.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/questions.h"

namespace meshwright::test {

/// Answers as the test says, and remembers what it was asked.
class ScriptedQuestions : public ui::Questions
{
public:
    ui::UnsavedAnswer unsaved = ui::UnsavedAnswer::Cancel;
    QString folder;
    int line = 1;
    QList<QStringList> askedFiles;

    void askUnsaved(QWidget *, const QStringList &files,
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

} // namespace meshwright::test
