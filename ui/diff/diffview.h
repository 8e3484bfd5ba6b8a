// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/text/linediff.h"

#include <QPlainTextEdit>

namespace meshwright::ui {

/// A file before and after.
struct FileTexts
{
    QString title;
    std::string before;
    std::string after;
};

/// Two texts compared, to be read: line numbers, and + or − before what differs, in colour too.
class DiffView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit DiffView(QWidget *parent = nullptr);

    void setTexts(std::string_view before, std::string_view after);
    /// Several comparisons below each other, each under its title.
    void setFiles(const std::vector<FileTexts> &files);
    /// A sentence instead of a comparison.
    void setSentence(const QString &sentence);

    int addedLines() const { return m_added; }

    int removedLines() const { return m_removed; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void showRows();

    void countRows();

    std::vector<DiffRow> m_rows;
    int m_added = 0;
    int m_removed = 0;
};

} // namespace meshwright::ui
