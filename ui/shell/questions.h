// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace meshwright::ui {

/// Keep: the texts stay unsaved until the folder is opened the next time.
enum class UnsavedAnswer { Save, Discard, Keep, Cancel };

/// What the window asks the user. A port: tests answer by themselves. Answers come by a call, so
/// that nothing waits in a nested event loop.
class Questions
{
public:
    virtual ~Questions() = default;

    /// Once for all unsaved files. `mayKeep`: whether Keep is an answer.
    virtual void askUnsaved(QWidget *parent, const QStringList &files, bool mayKeep,
                            std::function<void(UnsavedAnswer)> answer) = 0;
    /// An empty path: the user thought better of it.
    virtual void askFolder(QWidget *parent, const QString &start,
                           std::function<void(const QString &)> answer) = 0;
    virtual void askLine(QWidget *parent, int last, std::function<void(int)> answer) = 0;
};

/// With dialogs.
class DialogQuestions : public Questions
{
public:
    void askUnsaved(QWidget *parent, const QStringList &files, bool mayKeep,
                    std::function<void(UnsavedAnswer)> answer) override;
    void askFolder(QWidget *parent, const QString &start,
                   std::function<void(const QString &)> answer) override;
    void askLine(QWidget *parent, int last, std::function<void(int)> answer) override;
};

} // namespace meshwright::ui
