// SPDX-License-Identifier: Apache-2.0
#include "workspace/settingsreader.h"

#include "meshwright/workspace/secretreference.h"
#include "text/suggestion.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace meshwright {

namespace {

std::string inQuotes(std::string_view text)
{
    return "'" + std::string(text) + "'";
}

std::string joined(const std::vector<std::string_view> &words)
{
    std::string text;
    for (const auto word : words)
        text += (text.empty() ? "" : ", ") + std::string(word);
    return text;
}

} // namespace

void SettingsReader::problem(const yaml::Node &node, std::string message, bool isError)
{
    m_problems.push_back({std::move(message), node.range, isError});
}

std::vector<yaml::Entry> SettingsReader::entries(const yaml::Node &node, std::string_view where)
{
    if (node.isMapping())
        return node.resolved().mergedEntries();
    if (!node.isNull())
        problem(node, inQuotes(where) + " must be a mapping of keys to values.");
    return {};
}

std::vector<yaml::Entry> SettingsReader::entries(const yaml::Node &node, std::string_view where,
                                                 const std::vector<std::string_view> &known)
{
    auto result = entries(node, where);
    for (const auto &entry : result) {
        const auto name = key(entry);
        if (std::find(known.begin(), known.end(), name) == known.end())
            problem(*entry.key, inQuotes(where) + " has no setting " + inQuotes(name) + "." +
                                    didYouMean(nearest(name, {known.begin(), known.end()})) +
                                    " It has: " + joined(known) + ".");
    }
    return result;
}

std::string SettingsReader::key(const yaml::Entry &entry)
{
    if (const auto text = entry.key->scalarText())
        return std::string(*text);
    problem(*entry.key, "A key must be a plain text.");
    return {};
}

void SettingsReader::readText(const yaml::Node &node, std::string_view where, std::string &value)
{
    const auto text = node.scalarText();
    if (text && !node.isNull())
        value = std::string(*text);
    else
        problem(node, inQuotes(where) + " must be a text.");
}

void SettingsReader::readFlag(const yaml::Node &node, std::string_view where, bool &value)
{
    if (const auto flag = node.asBool())
        value = *flag;
    else
        problem(node, inQuotes(where) + " must be true or false.");
}

void SettingsReader::readCount(const yaml::Node &node, std::string_view where,
                               std::optional<int> &value)
{
    const auto number = node.asInteger();
    if (number && *number >= 1 && *number <= std::numeric_limits<int>::max())
        value = static_cast<int>(*number);
    else
        problem(node, inQuotes(where) + " must be a whole number of at least 1.");
}

void SettingsReader::readPrice(const yaml::Node &node, std::string_view where,
                               std::optional<double> &value)
{
    constexpr double dearest = 1e9;
    const auto number = node.asNumber();
    if (number && *number >= 0 && *number <= dearest)
        value = *number;
    else
        problem(node, inQuotes(where) + " must be a number from 0 to 1000000000, such as 1.20.");
}

void SettingsReader::readTexts(const yaml::Node &node, std::string_view where,
                               std::vector<std::string> &value)
{
    if (!node.isSequence()) {
        if (!node.isNull())
            problem(node, inQuotes(where) + " must be a list of texts.");
        return;
    }
    value.clear();
    for (const auto *item : node.resolved().items) {
        std::string text;
        readText(*item, where, text);
        if (!text.empty())
            value.push_back(std::move(text));
    }
}

void SettingsReader::readMap(const yaml::Node &node, std::string_view where,
                             std::map<std::string, std::string> &value)
{
    for (const auto &entry : entries(node, where)) {
        const auto name = key(entry);
        std::string text;
        readText(*entry.value, std::string(where) + "." + name, text);
        value.insert_or_assign(name, text);
    }
}

std::optional<std::size_t> SettingsReader::readChoice(const yaml::Node &node,
                                                      std::string_view where,
                                                      const std::vector<std::string_view> &choices)
{
    const auto text = node.scalarText().value_or("");
    const auto found = std::find(choices.begin(), choices.end(), text);
    if (found != choices.end())
        return static_cast<std::size_t>(found - choices.begin());
    problem(node, inQuotes(where) + " must be one of: " + joined(choices) + "." +
                      didYouMean(nearest(text, {choices.begin(), choices.end()})));
    return std::nullopt;
}

bool SettingsReader::acceptSecret(const yaml::Node &node, const std::string &where,
                                  const std::string &text)
{
    if (text.empty() || secretReference(text))
        return true;
    problem(node, "'" + where +
                      "' holds a secret in plain text. Write where it is instead: ${env:NAME}, "
                      "${file:PATH} or ${keychain:NAME}.");
    return false;
}

} // namespace meshwright
