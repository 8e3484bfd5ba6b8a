// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/completion/completion.h"

#include <QFrame>

class QLabel;
class QListWidget;
class QScrollArea;

namespace meshwright::ui {

/// The list of what can be written, with the documentation of the current row beside it. It never
/// takes the focus: the editor hands it its keys.
class CompletionPopup : public QFrame
{
    Q_OBJECT

public:
    /// Lies over the window, so that it may reach beyond the editor.
    explicit CompletionPopup(QWidget *window);

    /// Below the word at `anchor` (in the window), or above it where there is more room. Where
    /// nobody asked for the list, its first row is only proposed.
    void showAt(const completion::Completion &completion, bool isChosen, const QRect &anchor);

    /// Whether a row was chosen, so that Enter means it.
    bool isChosen() const { return m_isChosen; }

    int row() const;
    /// Up, Down and the pages; false for other keys.
    bool move(int key);

    /// Whether the list has a use for the key.
    static bool takes(int key);

signals:
    void accepted(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    void fill();
    void arrange(const QRect &anchor);
    void showCurrent();
    void setChosen(bool isChosen);

    std::vector<completion::Item> m_items;
    bool m_isChosen = false;
    QListWidget *m_list;
    QScrollArea *m_side;
    QLabel *m_documentation;
    QLabel *m_hint;
};

} // namespace meshwright::ui
