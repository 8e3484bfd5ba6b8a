// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/workspace/settings.h"

#include <string>
#include <string_view>
#include <vector>

namespace meshwright {

/// Reads values of meshwright.yaml and says what is wrong with them.
class SettingsReader
{
public:
    explicit SettingsReader(std::vector<SettingsProblem> &problems)
        : m_problems(problems)
    {}

    void problem(const yaml::Node &node, std::string message, bool isError = true);

    /// The entries of a mapping at `where`; none, and a problem, where it is something else.
    std::vector<yaml::Entry> entries(const yaml::Node &node, std::string_view where);
    /// The same; a key that is not in `known` is a problem.
    std::vector<yaml::Entry> entries(const yaml::Node &node, std::string_view where,
                                     const std::vector<std::string_view> &known);
    /// The key's text; a problem where it is no scalar.
    std::string key(const yaml::Entry &entry);

    void readText(const yaml::Node &node, std::string_view where, std::string &value);
    /// A number from 0 to a thousand million.
    void readPrice(const yaml::Node &node, std::string_view where, std::optional<double> &value);
    void readFlag(const yaml::Node &node, std::string_view where, bool &value);
    void readCount(const yaml::Node &node, std::string_view where, std::optional<int> &value);
    void readTexts(const yaml::Node &node, std::string_view where, std::vector<std::string> &value);
    /// A mapping of scalars, as text.
    void readMap(const yaml::Node &node, std::string_view where,
                 std::map<std::string, std::string> &value);
    /// The position in `choices`, or nothing and a problem.
    std::optional<std::size_t> readChoice(const yaml::Node &node, std::string_view where,
                                          const std::vector<std::string_view> &choices);

    /// False, and a problem, where the text is a secret and not a reference to one: it must never
    /// be taken into the settings.
    bool acceptSecret(const yaml::Node &node, const std::string &where, const std::string &text);

private:
    std::vector<SettingsProblem> &m_problems;
};

PriceList readCosts(SettingsReader &reader, const yaml::Node &node);
void readNaming(SettingsReader &reader, const yaml::Node &node, Settings &settings);
/// The environments in the order of the file.
std::vector<Environment> readEnvironments(SettingsReader &reader, const yaml::Node &node);
/// The one that needs no set-up; always there unless the file defines it otherwise.
Environment sandboxEnvironment();

} // namespace meshwright
