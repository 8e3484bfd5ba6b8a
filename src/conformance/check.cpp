// SPDX-License-Identifier: Apache-2.0
#include "conformance/check.h"

#include <algorithm>

namespace meshwright::conformance {

const Rule &ruleOf(std::string_view id)
{
    static const Rule unknown{};
    const auto found = std::find_if(rules().begin(), rules().end(),
                                    [&](const Rule &rule) { return rule.id == id; });
    return found == rules().end() ? unknown : *found;
}

yaml::DocumentPtr documentOf(const Check &check, const std::string &file)
{
    return file == check.spec.file ? check.spec.document : check.files.document(file);
}

Diagnostic &report(Check &check, std::string_view rule, const asyncapi::Spot &value,
                   std::string message)
{
    const Rule &known = ruleOf(rule);
    Diagnostic diagnostic;
    diagnostic.file = *value.file;
    diagnostic.rule = rule;
    diagnostic.reference = known.reference;
    diagnostic.severity = known.severity;
    diagnostic.message = std::move(message);
    diagnostic.range = value.node->range;
    if (const auto document = documentOf(check, *value.file))
        diagnostic.path = document->pathTo(*value.node);
    return check.out.emplace_back(std::move(diagnostic));
}

Diagnostic &reportKey(Check &check, std::string_view rule, const asyncapi::Spot &mapping,
                      const yaml::Entry &entry, std::string message)
{
    Diagnostic &found = report(check, rule, {mapping.file, entry.value}, std::move(message));
    found.range = entry.key->range;
    return found;
}

} // namespace meshwright::conformance
