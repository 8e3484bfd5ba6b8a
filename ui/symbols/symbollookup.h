// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/symbols/symbols.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>
#include <vector>

namespace meshwright::ui {

class Session;

/// The symbols of the newest texts, made off the window's thread when somebody asks, and kept until
/// the texts change.
class SymbolLookup : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(const symbols::SymbolIndexPtr &)>;

    explicit SymbolLookup(Session &session, QObject *parent = nullptr);

    /// Answers once, at once where the symbols are known. While `asker` is no more, nothing comes.
    void ask(QObject *asker, Answer answer);

private:
    struct Asked
    {
        QPointer<QObject> asker;
        Answer answer;
    };

    void proceed();
    bool isKnown() const;

    Session &m_session;
    symbols::SymbolIndexPtr m_index;
    std::vector<Asked> m_asked;
    QFutureWatcher<symbols::SymbolIndexPtr> m_indexing;
};

/// The symbol of another index that this one has become: the same kind and name, and of several
/// the one that is declared nearest in the same file. Nothing where there is none.
std::optional<symbols::Symbol> sameSymbol(const symbols::SymbolIndex &index,
                                          const symbols::Symbol &symbol);

} // namespace meshwright::ui
