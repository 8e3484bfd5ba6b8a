// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/importing/imports.h"

#include <QTabWidget>

class QLabel;
class QPlainTextEdit;
class QTreeWidget;

namespace meshwright::ui {

class Highlighter;

/// What would be written: each file with its text, who may read what, and what did not come along.
class ImportPreview : public QTabWidget
{
    Q_OBJECT

public:
    explicit ImportPreview(QWidget *parent = nullptr);

    /// Null: nothing.
    void show(const ImportsPtr &imports);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeFiles();
    void makeNotes();
    QTreeWidget *makeTable(const char *name, const QStringList &headings);
    void showFile();
    void showNotes();
    void showNote();
    void retitle();

    ImportsPtr m_imports;
    QTreeWidget *m_files = nullptr;
    QPlainTextEdit *m_text = nullptr;
    Highlighter *m_colours = nullptr;
    QTreeWidget *m_sharing = nullptr;
    QTreeWidget *m_notes = nullptr;
    QLabel *m_note = nullptr;
};

} // namespace meshwright::ui
