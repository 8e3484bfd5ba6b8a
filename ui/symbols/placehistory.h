// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/text/textedit.h"

#include <QObject>
#include <QTimer>

#include <string>
#include <vector>

namespace meshwright::ui {

class EditorArea;
class Session;

/// The places where the caret has been, as a browser's back and forward go through them. A move
/// within a few lines is no visit; edits move the places along.
class PlaceHistory : public QObject
{
    Q_OBJECT

public:
    PlaceHistory(Session &session, EditorArea &editors, QObject *parent = nullptr);

    bool canGoBack() const;
    bool canGoForward() const;
    void goBack();
    void goForward();

signals:
    void changed();

private:
    struct Visited
    {
        std::string file;
        std::size_t offset = 0;
    };

    void visit();
    void takeRest();
    void show(std::size_t index);
    bool isNear(const Visited &a, const Visited &b) const;
    void follow(const std::string &file, const std::vector<TextEdit> &edits);

    Session &m_session;
    EditorArea &m_editors;
    std::vector<Visited> m_visited;
    std::size_t m_current = 0;
    QTimer m_rest; ///< what moves the caret several times in one turn is one visit
};

} // namespace meshwright::ui
