// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/state.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright::plan {

/// The newest version of a subject; nothing where that is not known.
using NewestVersion = std::function<std::optional<int>(const std::string &subject)>;

/// Whether the registry's text says what the wanted one does, and refers to the same subjects (to
/// their newest versions, where none is asked for).
bool isInStep(const SchemaText &wanted, const SchemaText &found, const NewestVersion &newest);

/// What a registry has, by name; and what of the wanted it has not.
class SubjectStates
{
public:
    SubjectStates(const std::vector<DesiredSubject> &desired,
                  const std::vector<ActualSubject> &actual);

    const ActualSubject *actual(const std::string &name) const;
    const DesiredSubject *desired(const std::string &name) const;

    /// Whether it gets a version: its text differs, or something that it refers to gets one.
    bool changes(const std::string &name) const { return m_changing.contains(name); }

    /// The same text with the versions that the registry has now; nothing where it refers to what
    /// is not there yet or gets another version first.
    std::optional<SchemaText> settled(const SchemaText &schema) const;

private:
    std::map<std::string, const DesiredSubject *, std::less<>> m_desired;
    std::map<std::string, const ActualSubject *, std::less<>> m_actual;
    std::set<std::string> m_changing;
};

} // namespace meshwright::plan
