// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/placename.h"

#include "ui/text/text.h"

#include <algorithm>

namespace meshwright::ui {

namespace {

constexpr qsizetype longestDetail = 80;

QString firstLine(std::string_view value)
{
    QString text = toQt(value).section(QLatin1Char('\n'), 0, 0);
    if (text.size() > longestDetail)
        text = text.left(longestDetail) + QChar(0x2026);
    return text;
}

/// What an item is called by itself, or its place in the list.
QString itemName(const yaml::Node &item, std::size_t index)
{
    if (item.kind == yaml::Kind::Mapping)
        for (const char *key : {"name", "title", "$ref", "id"})
            if (const yaml::Node *name = item.find(key); name && name->isScalar())
                return firstLine(name->resolved().value);
    if (item.kind == yaml::Kind::Scalar)
        return firstLine(item.value);
    return QStringLiteral("[%1]").arg(index);
}

PlaceStep stepOf(const yaml::Entry &entry)
{
    PlaceStep step{toQt(entry.key->resolved().value), {}, entry.key->range, entry.value};
    if (entry.value->kind == yaml::Kind::Scalar)
        step.detail = firstLine(entry.value->value);
    return step;
}

} // namespace

std::vector<PlaceStep> stepsIn(const yaml::Node &collection)
{
    std::vector<PlaceStep> steps;
    for (const yaml::Entry &entry : collection.entries)
        steps.push_back(stepOf(entry));
    for (std::size_t i = 0; i < collection.items.size(); ++i) {
        const yaml::Node &item = *collection.items[i];
        const Range head{item.range.begin, item.range.begin};
        steps.push_back({itemName(item, i), {}, head, &item});
    }
    return steps;
}

std::vector<PlaceStep> stepsTo(const yaml::Document &document, std::size_t offset)
{
    std::vector<PlaceStep> steps;
    const yaml::Node *at = document.root();
    while (at) {
        const auto &entries = at->entries;
        const auto entry =
            std::partition_point(entries.begin(), entries.end(),
                                 [&](const yaml::Entry &each) { return each.range.end < offset; });
        if (entry != entries.end() && entry->range.begin <= offset) {
            steps.push_back(stepOf(*entry));
            at = entry->key->range.contains(offset) ? nullptr : entry->value;
            continue;
        }
        const auto &items = at->items;
        const auto item =
            std::partition_point(items.begin(), items.end(),
                                 [&](const yaml::Node *each) { return each->range.end < offset; });
        if (item == items.end() || (*item)->range.begin > offset)
            break;
        const auto index = static_cast<std::size_t>(item - items.begin());
        steps.push_back(
            {itemName(**item, index), {}, {(*item)->range.begin, (*item)->range.begin}, *item});
        at = *item;
    }
    return steps;
}

} // namespace meshwright::ui
