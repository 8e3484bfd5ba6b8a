// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/text/range.h"

#include <QWidget>

#include <string>

class QSplitter;
class QTabBar;

namespace meshwright::ui {

class DesignerView;
class Session;

/// A text and, where it is a spec, two tabs below it: the text alone, or the form with the text
/// beside it.
class DesignerSplit : public QWidget
{
    Q_OBJECT

public:
    DesignerSplit(Session &session, const std::string &file, QWidget *text,
                  QWidget *parent = nullptr);

    bool isDesigning() const;
    void setDesigning(bool isDesigning);

    /// Null before the form was first asked for.
    DesignerView *designer() const { return m_designer; }

signals:
    /// What was chosen in the form stands here in the text.
    void rangeChosen(meshwright::Range range);
    void designingChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateTabs();
    void showMode();

    Session &m_session;
    std::string m_file;
    QSplitter *m_split;
    QTabBar *m_tabs;
    DesignerView *m_designer = nullptr;
};

} // namespace meshwright::ui
