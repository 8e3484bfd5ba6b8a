// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/graph/views.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace meshwright::ui {

class GraphInquiry;

/// What the graph can be filtered by, with how many contexts each choice would leave; and the
/// views that the repository keeps.
class FilterPanel : public QWidget
{
    Q_OBJECT

public:
    explicit FilterPanel(GraphInquiry &inquiry, QWidget *parent = nullptr);

    QTreeWidget *tree() const { return m_tree; }

signals:
    /// One sentence for the status bar.
    void message(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makeViews();
    void makeTree();
    void retranslate();
    void fill();
    void fillViews();
    void allowSaving();
    void chooseView();
    void takeTick(QTreeWidgetItem *item);
    void openView(int index);
    void saveView();
    void removeView();

    GraphInquiry &m_inquiry;
    std::vector<graph::View> m_known; ///< in the order of the box
    QComboBox *m_views = nullptr;
    QToolButton *m_remove = nullptr;
    QLineEdit *m_name = nullptr;
    QToolButton *m_save = nullptr;
    QTreeWidget *m_tree = nullptr;
    bool m_isFilling = false;
};

} // namespace meshwright::ui
