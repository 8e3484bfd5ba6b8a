// SPDX-License-Identifier: Apache-2.0
#include "schema/fieldlist.h"

#include <algorithm>

namespace meshwright::schema {

namespace {

constexpr std::size_t longestText = 1'000; // aliases can make a short value endless

void append(std::string &text, const yaml::Node &written)
{
    const auto &value = written.resolved();
    const auto separate = [&, begin = text.size()] {
        if (text.size() > begin)
            text += ", ";
    };
    if (value.kind == yaml::Kind::Scalar)
        text += value.value;
    for (const auto *item : value.items) {
        if (text.size() > longestText)
            return;
        separate();
        const auto *name = item->isMapping() ? item->find("name") : nullptr;
        append(text, name ? *name : *item);
    }
    for (const auto &entry : value.entries) {
        if (text.size() > longestText)
            return;
        separate();
        text += std::string(entry.key->scalarText().value_or("")) + ": ";
        append(text, *entry.value);
    }
}

} // namespace

std::string flatText(const yaml::Node &value)
{
    std::string text;
    append(text, value);
    return text;
}

void annotate(Field &field, std::string_view key, std::string value)
{
    const auto &all = field.annotations;
    if (std::none_of(all.begin(), all.end(), [&](const auto &each) { return each.key == key; }))
        field.annotations.push_back({std::string(key), std::move(value)});
}

void annotateOthers(Field &field, const yaml::Node &mapping,
                    std::initializer_list<std::string_view> known)
{
    for (const auto &entry : mapping.mergedEntries()) {
        const auto key = entry.key->scalarText().value_or("");
        if (!key.empty() && std::find(known.begin(), known.end(), key) == known.end())
            annotate(field, key, flatText(*entry.value));
    }
}

std::string joinedPath(const std::string &path, std::string_view name)
{
    return path + (path.empty() ? "" : ".") + std::string(name);
}

} // namespace meshwright::schema
