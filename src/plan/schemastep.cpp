// SPDX-License-Identifier: Apache-2.0
#include "plan/schemastep.h"

#include "meshwright/compare/schemacompatibility.h"

#include <algorithm>

namespace meshwright::plan {

namespace {

bool meansSame(const SchemaReference &wanted, const SchemaReference &found,
               const NewestVersion &newest)
{
    if (wanted.name != found.name || wanted.subject != found.subject)
        return false;
    const auto version =
        wanted.version > 0 ? std::optional(wanted.version) : newest(wanted.subject);
    return !version || *version == found.version;
}

/// One that the text needs by way of another schema: some tools list those too. It says nothing new
/// while it means the newest version, as the other schema's own reference does.
bool saysNothing(const SchemaReference &found, const NewestVersion &newest)
{
    return newest(found.subject) == found.version;
}

bool meansSame(const std::vector<SchemaReference> &wanted,
               const std::vector<SchemaReference> &found, const NewestVersion &newest)
{
    const auto isIn = [&](const std::vector<SchemaReference> &list, const auto &isIt) {
        return std::any_of(list.begin(), list.end(), isIt);
    };
    return std::all_of(wanted.begin(), wanted.end(),
                       [&](const SchemaReference &each) {
                           return isIn(found, [&](const auto &other) {
                               return meansSame(each, other, newest);
                           });
                       }) &&
           std::all_of(found.begin(), found.end(), [&](const SchemaReference &each) {
               return saysNothing(each, newest) || isIn(wanted, [&](const auto &other) {
                          return meansSame(other, each, newest);
                      });
           });
}

} // namespace

bool isInStep(const SchemaText &wanted, const SchemaText &found, const NewestVersion &newest)
{
    return wanted.type == found.type && meansSame(wanted.references, found.references, newest) &&
           compare::isSameSchema(wanted.type, wanted.text, found.text);
}

SubjectStates::SubjectStates(const std::vector<DesiredSubject> &desired,
                             const std::vector<ActualSubject> &actual)
{
    for (const auto &subject : actual)
        m_actual.emplace(subject.name, &subject);
    const auto newest = [this](const std::string &name) -> std::optional<int> {
        const auto *found = this->actual(name);
        if (m_changing.contains(name))
            return found ? found->version + 1 : 1; // none that is referred to yet
        return found ? std::optional(found->version) : std::nullopt;
    };
    for (const auto &subject : desired) {
        m_desired.emplace(subject.name, &subject);
        const auto *found = this->actual(subject.name);
        if (!found || !isInStep(subject.schema, found->schema, newest))
            m_changing.insert(subject.name);
    }
}

const ActualSubject *SubjectStates::actual(const std::string &name) const
{
    const auto it = m_actual.find(name);
    return it == m_actual.end() ? nullptr : it->second;
}

const DesiredSubject *SubjectStates::desired(const std::string &name) const
{
    const auto it = m_desired.find(name);
    return it == m_desired.end() ? nullptr : it->second;
}

std::optional<SchemaText> SubjectStates::settled(const SchemaText &schema) const
{
    SchemaText text = schema;
    for (auto &reference : text.references) {
        const auto *found = actual(reference.subject);
        if (!found || changes(reference.subject))
            return std::nullopt;
        if (reference.version == 0)
            reference.version = found->version;
    }
    return text;
}

} // namespace meshwright::plan
