// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <map>

class QTreeView;

namespace meshwright::ui::theme {

/// Keeps the columns beside the one that stretches as wide as `usual` says, more in larger text,
/// and never so wide that too little is left for that one. What a user makes of one stays.
class FittingColumns : public QObject
{
public:
    FittingColumns(QTreeView *table, std::map<int, int> usual);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    QTreeView *m_table;
    std::map<int, int> m_usual;
    std::map<int, int> m_given;
};

} // namespace meshwright::ui::theme
