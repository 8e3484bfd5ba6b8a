// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace meshwright::ui {

enum class UnsavedAnswer { Save, Discard, Cancel };

/// What the window asks the user. A port: tests answer by themselves. Answers come by a call, so
/// that nothing waits in a nested event loop.
class Questions
{
public:
    virtual ~Questions() = default;

    /// Once for all unsaved files.
    virtual void askUnsaved(QWidget *parent, const QStringList &files,
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
    void askUnsaved(QWidget *parent, const QStringList &files,
                    std::function<void(UnsavedAnswer)> answer) override;
    void askFolder(QWidget *parent, const QString &start,
                   std::function<void(const QString &)> answer) override;
    void askLine(QWidget *parent, int last, std::function<void(int)> answer) override;
};

} // namespace meshwright::ui
