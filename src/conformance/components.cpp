// SPDX-License-Identifier: Apache-2.0
// Nothing stands in the components that nobody uses.
#include "asyncapi/referencetext.h"
#include "conformance/check.h"
#include "conformance/families.h"
#include "conformance/parts.h"

#include <set>
#include <utility>

namespace meshwright::conformance {

namespace {

using Component = std::pair<std::string, std::string>; ///< kind and name

/// The components of the spec that a reference in `fromFile` leads to or into; and the one whose
/// name has a '/' that should have been written as ~1, which is told at the reference.
std::vector<Component> componentsIn(const Check &check, const std::string &fromFile,
                                    std::string_view reference)
{
    const auto target = asyncapi::referenceTarget(fromFile, reference);
    if (!target || target->file != check.spec.file)
        return {};
    const auto &keys = target->keys;
    if (keys.size() < 3 || keys.front() != "components")
        return {};
    std::string whole = keys[2];
    for (std::size_t i = 3; i < keys.size(); ++i)
        whole += "/" + keys[i];
    return {{keys[1], keys[2]}, {keys[1], whole}};
}

/// Collects the components that references lead to, but those of a component to itself.
class Uses
{
public:
    explicit Uses(const Check &check)
        : m_check(check)
    {}

    void collect()
    {
        visitDocument();
        for (const std::string &file : m_check.spec.dependencies)
            if (const auto document = m_check.files.document(file); document && document->root()) {
                m_file = file;
                visit(*document->root());
            }
    }

    bool has(const Component &component) const { return m_used.contains(component); }

private:
    void visitDocument()
    {
        m_file = m_check.spec.file;
        for (const yaml::Entry &entry : m_check.root.node->entries)
            if (entry.key->scalarText() == "components")
                visitComponents(*entry.value);
            else
                visit(*entry.value);
    }

    void visitComponents(const yaml::Node &components)
    {
        for (const yaml::Entry &kind : components.entries)
            for (const yaml::Entry &entry : kind.value->entries) {
                m_within = {std::string(kind.key->scalarText().value_or("")),
                            std::string(entry.key->scalarText().value_or(""))};
                visit(*entry.value);
            }
        m_within = {};
    }

    /// Aliases are not followed: what they stand for is somewhere in the same document.
    void visit(const yaml::Node &node)
    {
        if (const yaml::Node *reference = asyncapi::referenceOf(node))
            for (const Component &component : componentsIn(m_check, m_file, reference->value))
                if (component != m_within)
                    m_used.insert(component);
        for (const yaml::Entry &entry : node.entries)
            visit(*entry.value);
        for (const yaml::Node *item : node.items)
            visit(*item);
    }

    const Check &m_check;
    std::string m_file;
    Component m_within;
    std::set<Component> m_used;
};

void checkUses(Check &check, const Value &components)
{
    Uses uses(check);
    uses.collect();
    for (const Member &kind : members(check, {components.written, components.written})) {
        if (check.spec.major == 2 &&
            kind.key == "securitySchemes") // those are named, not referred to
            continue;
        const Value map{kind.value.written, kind.value.written};
        for (const Member &each : members(check, map)) {
            if (uses.has({kind.key, each.key}))
                continue;
            Diagnostic &found =
                reportKey(check, "asyncapi/unused-component", map.target, each.entry,
                          "Nothing refers to '" + each.key + "' of 'components." + kind.key +
                              "': use it, or remove it.");
            offerRemoval(check, found, map.target, each.entry, "Remove '" + each.key + "'");
        }
    }
}

/// AsyncAPI 2 names security schemes by their keys.
void checkSchemes(Check &check, const Value &components)
{
    const Value schemes = child(check, components, "securitySchemes");
    std::vector<Value> owners = named(check, "servers", Scope::Root);
    for (const Value &operation : operationsOfVersion2(check, Scope::Root))
        owners.push_back(operation);
    std::set<std::string> used;
    for (const Value &owner : owners)
        for (const Value &requirement : items(check, child(check, owner, "security")))
            for (const Member &scheme : members(check, requirement))
                used.insert(scheme.key);
    for (const Member &scheme : members(check, schemes)) {
        if (used.contains(scheme.key))
            continue;
        Diagnostic &found =
            reportKey(check, "asyncapi/unused-security-scheme", schemes.target, scheme.entry,
                      "No server and no operation asks for the security scheme '" + scheme.key +
                          "': use it, or remove it.");
        offerRemoval(check, found, schemes.target, scheme.entry, "Remove '" + scheme.key + "'");
    }
}

} // namespace

void checkComponents(Check &check)
{
    const Value components = child(check, rootOf(check), "components");
    if (!components.isMapping())
        return;
    checkUses(check, components);
    if (check.spec.major == 2)
        checkSchemes(check, components);
}

} // namespace meshwright::conformance
