// SPDX-License-Identifier: Apache-2.0
// `slices` of meshwright.yaml: what belongs to a context besides its spec.
#include "workspace/slicereader.h"

#include "text/suggestion.h"

#include <algorithm>
#include <cctype>

namespace meshwright {

namespace {

/// `transactionalIds` → `x-transactional-ids`.
std::string usualField(std::string_view name)
{
    std::string field = "x-";
    for (const char c : name) {
        if (std::isupper(static_cast<unsigned char>(c)) != 0)
            field += '-';
        field += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return field;
}

void checkPattern(SettingsReader &reader, const yaml::Node &node, std::string_view pattern)
{
    static const std::vector<std::string> known(slicePlaceholders.begin(), slicePlaceholders.end());
    for (auto begin = pattern.find('['); begin != std::string_view::npos;
         begin = pattern.find('[', begin + 1)) {
        const auto end = pattern.find(']', begin);
        const auto word = std::string(pattern.substr(
            begin, end == std::string_view::npos ? std::string_view::npos : end - begin + 1));
        if (std::find(known.begin(), known.end(), word) == known.end())
            reader.problem(node, "A slice has no placeholder '" + word + "'." +
                                     didYouMean(nearest(word, known)) +
                                     " There are: [organisation], [domain], [service], [id].");
    }
}

void readPattern(SettingsReader &reader, const yaml::Node &node, const std::string &where,
                 SliceItem &item)
{
    reader.readText(node, where, item.pattern);
    checkPattern(reader, node, item.pattern);
}

SliceItem readItem(SettingsReader &reader, const std::string &name, const yaml::Node &node)
{
    SliceItem item{name, usualField(name), {}, false, false};
    const auto usual = usualSlices();
    const auto known = std::find_if(usual.begin(), usual.end(),
                                    [&](const SliceItem &each) { return each.name == name; });
    if (known != usual.end())
        item = *known;
    const std::string where = "slices." + name;
    if (node.isScalar()) {
        if (!node.isNull())
            readPattern(reader, node, where, item);
        return item;
    }
    for (const auto &entry :
         reader.entries(node, where, {"pattern", "field", "prefix", "required"})) {
        const auto key = reader.key(entry);
        const auto place = where + "." + key;
        if (key == "pattern")
            readPattern(reader, *entry.value, place, item);
        else if (key == "field")
            reader.readText(*entry.value, place, item.field);
        else if (key == "prefix")
            reader.readFlag(*entry.value, place, item.isPrefix);
        else if (key == "required")
            reader.readFlag(*entry.value, place, item.isRequired);
    }
    return item;
}

} // namespace

std::vector<SliceItem> usualSlices()
{
    return {{"principal", "x-principal", "[id]", false, false},
            {"repository", "x-repository", {}, false, false},
            {"package", "x-package", {}, false, false},
            {"services", "x-services", {}, false, false},
            {"groups", "x-groups", "[id]", true, false},
            {"transactionalIds", "x-transactional-ids", "[id]", true, false},
            {"pipeline", "x-pipeline", {}, false, false},
            {"release", "x-release", {}, false, false},
            {"telemetry", "x-telemetry", {}, false, false},
            {"support", "x-support", {}, false, false}};
}

std::vector<SliceItem> readSlices(SettingsReader &reader, const yaml::Node &node)
{
    std::vector<SliceItem> items;
    for (const auto &entry : reader.entries(node, "slices"))
        if (const auto name = reader.key(entry); !name.empty())
            items.push_back(readItem(reader, name, *entry.value));
    return items;
}

} // namespace meshwright
