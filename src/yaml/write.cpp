// SPDX-License-Identifier: Apache-2.0
#include "meshwright/yaml/write.h"

#include "yaml/place.h"
#include "yaml/scalars.h"

namespace meshwright::yaml {

namespace {

/// Counts what a document shows of its habits.
struct Census
{
    const Place &place;
    int quotes[2] = {};     // single, double
    int listsBelow[2] = {}; // in the key's column, further in

    void take(const Node &node)
    {
        quotes[0] += node.style == Style::SingleQuoted ? 1 : 0;
        quotes[1] += node.style == Style::DoubleQuoted ? 1 : 0;
        for (const auto &entry : node.entries) {
            take(*entry.key);
            take(*entry.value);
            const auto &value = *entry.value;
            if (node.style != Style::Block || value.kind != Kind::Sequence ||
                value.style != Style::Block)
                continue;
            const auto inner = place.column(value.range.begin);
            ++listsBelow[inner > place.column(entry.key->range.begin) ? 1 : 0];
        }
        for (const auto *item : node.items)
            take(*item);
    }
};

class Writer
{
public:
    explicit Writer(const Habits &habits)
        : m_habits(habits)
    {}

    /// A value that begins on a line of its own, at the column.
    std::string block(const Value &value, std::size_t column) const
    {
        const std::string indent(column, ' ');
        std::string text;
        if (const auto *entries = std::get_if<Value::Entries>(&value.content)) {
            for (const auto &[key, entry] : *entries)
                text += indent + scalar(key) + ":" + behindKey(entry, column);
        } else if (const auto *items = std::get_if<Value::Items>(&value.content)) {
            for (const auto &item : *items)
                text += indent + "-" + behindDash(item, column);
        } else {
            text = indent + inlined(value, column + m_habits.step) + "\n";
        }
        return text;
    }

private:
    static bool isBlock(const Value &value)
    {
        const auto *entries = std::get_if<Value::Entries>(&value.content);
        const auto *items = std::get_if<Value::Items>(&value.content);
        return (entries && !entries->empty()) || (items && !items->empty());
    }

    std::string behindKey(const Value &value, std::size_t column) const
    {
        if (!isBlock(value))
            return " " + inlined(value, column + m_habits.step) + "\n";
        const bool isList = std::holds_alternative<Value::Items>(value.content);
        const auto inner = isList && !m_habits.indentsLists ? column : column + m_habits.step;
        return "\n" + block(value, inner);
    }

    std::string behindDash(const Value &value, std::size_t column) const
    {
        constexpr std::size_t dash = 2; // with the space behind it
        if (!isBlock(value))
            return " " + inlined(value, column + dash) + "\n";
        return " " + block(value, column + dash).substr(column + dash);
    }

    /// `column`: of the lines below, where it has several.
    std::string inlined(const Value &value, std::size_t column) const
    {
        if (const auto *text = std::get_if<std::string>(&value.content)) {
            if (text->find('\n') == std::string::npos || !canBeLiteral(*text))
                return scalar(*text);
            return literal(*text, Style::Literal, std::string(column, ' '), "\n");
        }
        if (const auto *quoted = std::get_if<Quoted>(&value.content))
            return scalarLine(quoted->text, m_habits.quotes, false);
        if (const auto *plain = std::get_if<Plain>(&value.content))
            return plain->yaml;
        return std::holds_alternative<Value::Entries>(value.content) ? "{}" : "[]";
    }

    std::string scalar(const std::string &text) const
    {
        auto plain = scalarLine(text, Style::Plain, false);
        return plain == text ? plain : scalarLine(text, m_habits.quotes, false);
    }

    Habits m_habits;
};

} // namespace

Habits habitsOf(const Document &document)
{
    Habits habits;
    if (!document.root())
        return habits;
    const Place place(document);
    Census census{place};
    census.take(*document.root());
    habits.step = place.step();
    if (census.quotes[1] > census.quotes[0])
        habits.quotes = Style::DoubleQuoted;
    habits.indentsLists = census.listsBelow[1] >= census.listsBelow[0];
    return habits;
}

std::string write(const Value &value, const Habits &habits)
{
    return Writer(habits).block(value, 0);
}

} // namespace meshwright::yaml
