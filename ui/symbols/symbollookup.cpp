// SPDX-License-Identifier: Apache-2.0
#include "ui/symbols/symbollookup.h"

#include "ui/session/session.h"

#include <QtConcurrent>

#include <utility>

namespace meshwright::ui {

SymbolLookup::SymbolLookup(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&m_session, &Session::snapshotChanged, this, &SymbolLookup::proceed);
    connect(&m_indexing, &QFutureWatcherBase::finished, this, [this] {
        m_index = m_indexing.result();
        proceed();
    });
}

void SymbolLookup::ask(QObject *asker, Answer answer)
{
    m_asked.push_back({asker, std::move(answer)});
    proceed();
}

bool SymbolLookup::isKnown() const
{
    return m_index && m_index->topology == m_session.snapshot().topology;
}

void SymbolLookup::proceed()
{
    if (m_asked.empty() || !m_session.isOpen() || !m_session.isUpToDate())
        return; // the next snapshot comes back here
    if (!isKnown()) {
        if (!m_indexing.isRunning())
            m_indexing.setFuture(
                QtConcurrent::run(symbols::indexSymbols, m_session.snapshot().topology));
        return;
    }
    for (const Asked &each : std::exchange(m_asked, {}))
        if (each.asker)
            each.answer(m_index);
}

std::optional<symbols::Symbol> sameSymbol(const symbols::SymbolIndex &index,
                                          const symbols::Symbol &symbol)
{
    if (symbol.kind == symbols::Kind::Domain)
        return symbol;
    std::optional<symbols::Symbol> nearest;
    const auto distance = [&](const symbols::Symbol &other) {
        const auto a = other.home.range.begin;
        const auto b = symbol.home.range.begin;
        return a < b ? b - a : a - b;
    };
    for (const auto &each : index.symbols)
        if (each.kind == symbol.kind && each.name == symbol.name &&
            each.home.file == symbol.home.file && (!nearest || distance(each) < distance(*nearest)))
            nearest = each;
    return nearest;
}

} // namespace meshwright::ui
