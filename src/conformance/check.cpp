// SPDX-License-Identifier: Apache-2.0
#include "conformance/check.h"

#include "meshwright/yaml/edit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace meshwright::conformance {

const Rule &ruleOf(std::string_view id)
{
    static const Rule unknown{};
    const auto found = std::find_if(rules().begin(), rules().end(),
                                    [&](const Rule &rule) { return rule.id == id; });
    return found == rules().end() ? unknown : *found;
}

namespace {

/// The reference's code for a rule in a document of AsyncAPI `major`: it has most of its rules for
/// AsyncAPI 2 only, and some under another name for 3.
std::string referenceFor(const Rule &rule, int major)
{
    constexpr std::array forBoth{"asyncapi-document-resolved", "asyncapi-document-unresolved",
                                 "asyncapi-latest-version"};
    constexpr std::array renamed{"asyncapi2-channel-parameters", "asyncapi2-channel-servers",
                                 "asyncapi2-channel-no-query-nor-fragment"};
    std::string code(rule.reference);
    const auto isOneOf = [&](const auto &codes) {
        return std::find(codes.begin(), codes.end(), code) != codes.end();
    };
    if (major != 3 || code.starts_with("asyncapi3-") || isOneOf(forBoth))
        return code;
    if (!isOneOf(renamed))
        return {};
    code[std::string_view("asyncapi").size()] = '3';
    return code;
}

/// `makeEdit` makes a Result<TextEdit> of a document.
template <typename Edit>
void offer(Check &check, Diagnostic &finding, const std::string &file, std::string title,
           const Edit &makeEdit)
{
    const auto document = check.isSurplus ? nullptr : check.documentOf(file);
    if (!document)
        return;
    Result<TextEdit> edit = makeEdit(*document);
    if (!edit)
        return;
    QuickFix fix{std::move(title), {}};
    fix.edit.files[file].push_back(std::move(*edit));
    finding.fixes.push_back(std::move(fix));
}

} // namespace

Range nameRange(const yaml::Node &node)
{
    if (!node.parent) {
        const yaml::Node *version = node.find("asyncapi");
        return version ? version->range : Range{node.range.begin, node.range.begin};
    }
    const yaml::Entry *entry = node.parent->entryWith(node);
    if (entry && entry->value == &node)
        return entry->key->range;
    return node.entries.empty() ? node.range : node.entries.front().key->range;
}

yaml::DocumentPtr Check::documentOf(const std::string &file) const
{
    return file == spec.file ? spec.document : files.document(file);
}

const asyncapi::Spot &Value::place() const
{
    const bool hasCompany = written && written.node->entries.size() > 1;
    return target && !hasCompany ? target : written;
}

Value rootOf(Check &check)
{
    return {check.root, check.root};
}

Value child(Check &check, const Value &mapping, std::string_view key)
{
    if (!mapping.target)
        return {};
    const asyncapi::Spot written = check.resolver.child(mapping.target, key);
    return {written, check.resolver.follow(written)};
}

Value at(Check &check, const Value &mapping, std::initializer_list<std::string_view> keys)
{
    Value value = mapping;
    for (const std::string_view key : keys)
        value = child(check, value, key);
    return value;
}

std::vector<Member> members(Check &check, const Value &mapping)
{
    std::vector<Member> list;
    if (!mapping.isMapping())
        return list;
    for (const yaml::Entry &entry : mapping.node().mergedEntries()) {
        const auto key = entry.key->scalarText();
        if (!key)
            continue;
        const asyncapi::Spot written{mapping.target.file, &entry.value->resolved()};
        list.push_back({entry, std::string(*key), {written, check.resolver.follow(written)}});
    }
    return list;
}

std::vector<Value> items(Check &check, const Value &list)
{
    std::vector<Value> values;
    if (!list.isSequence())
        return values;
    for (const yaml::Node *item : list.node().items) {
        const asyncapi::Spot written{list.target.file, &item->resolved()};
        values.push_back({written, check.resolver.follow(written)});
    }
    return values;
}

std::optional<std::string> textOf(const Value &value)
{
    if (!value || !value.node().isScalar() || !value.node().isString())
        return std::nullopt;
    return value.node().text();
}

bool isTruthy(const yaml::Node &node)
{
    const yaml::Node &value = node.resolved();
    if (value.kind != yaml::Kind::Scalar)
        return true;
    if (const auto flag = value.asBool())
        return *flag;
    if (const auto number = value.asNumber())
        return *number != 0 && !std::isnan(*number);
    return !value.isNull() && !value.value.empty();
}

Diagnostic &addFinding(Check &check, std::string_view rule, const std::string &file)
{
    check.isSurplus = ++check.told[{std::string(rule), file}] > check.mostFindings;
    const Rule &known = ruleOf(rule);
    Diagnostic &found = check.out.emplace_back();
    found.file = file;
    found.rule = rule;
    found.reference = referenceFor(known, check.spec.major);
    found.severity = known.severity;
    return found;
}

void dropSurplus(Check &check)
{
    struct Kept
    {
        std::size_t count = 0;
        std::size_t last = 0;
    };

    std::map<std::tuple<std::string, Severity, std::string>, Kept> all;
    std::vector<Diagnostic> out;
    for (Diagnostic &each : check.out) {
        Kept &kept = all[{each.rule, each.severity, each.file}];
        if (++kept.count <= check.mostFindings) {
            kept.last = out.size();
            out.push_back(std::move(each));
        } else if (kept.count == check.mostFindings + 1) {
            out[kept.last].message +=
                " There are more of this kind in this file, which are told when some are mended.";
        }
    }
    check.out = std::move(out);
}

Diagnostic &report(Check &check, std::string_view rule, const asyncapi::Spot &value,
                   std::string message)
{
    Diagnostic &found = addFinding(check, rule, *value.file);
    found.message = std::move(message);
    found.range = value.node->range;
    const auto document = check.isSurplus ? nullptr : check.documentOf(*value.file);
    if (document)
        found.path = document->pathTo(*value.node);
    return found;
}

Diagnostic &reportKey(Check &check, std::string_view rule, const asyncapi::Spot &mapping,
                      const yaml::Entry &entry, std::string message)
{
    Diagnostic &found = report(check, rule, {mapping.file, entry.value}, std::move(message));
    found.range = entry.key->range;
    return found;
}

Diagnostic &reportName(Check &check, std::string_view rule, const Value &mapping,
                       const Member &member, std::string message)
{
    Diagnostic &found = reportKey(check, rule, mapping.target, member.entry, std::move(message));
    const asyncapi::Spot &place = member.value.place();
    if (!check.isSurplus && place && *place.file == found.file &&
        place.node != &member.entry.value->resolved())
        if (const auto document = check.documentOf(found.file))
            found.path = document->pathTo(*place.node);
    return found;
}

Diagnostic &reportMissing(Check &check, std::string_view rule, const Value &owner,
                          std::string message)
{
    Diagnostic &found = report(check, rule, owner.place(), std::move(message));
    if (!check.isSurplus)
        found.range = nameRange(*owner.place().node);
    return found;
}

Diagnostic &asOurOwn(Diagnostic &finding, Severity severity)
{
    finding.reference.clear();
    finding.severity = severity;
    return finding;
}

void offerText(Check &check, Diagnostic &finding, const asyncapi::Spot &scalar,
               std::string_view text, std::string title)
{
    offer(check, finding, *scalar.file, std::move(title), [&](const yaml::Document &document) {
        return yaml::replaceScalar(document, *scalar.node, text);
    });
}

void offerEntry(Check &check, Diagnostic &finding, const asyncapi::Spot &mapping,
                std::string_view key, std::string_view value, std::string title)
{
    offer(check, finding, *mapping.file, std::move(title), [&](const yaml::Document &document) {
        return yaml::setEntry(document, *mapping.node, key, value);
    });
}

void offerRemoval(Check &check, Diagnostic &finding, const asyncapi::Spot &mapping,
                  const yaml::Entry &entry, std::string title)
{
    if (check.isSurplus)
        return;
    const auto &entries = mapping.node->entries; // the entry may be a copy, or a merged one
    const auto own = std::find_if(entries.begin(), entries.end(),
                                  [&](const yaml::Entry &each) { return each.key == entry.key; });
    if (own != entries.end())
        offer(check, finding, *mapping.file, std::move(title), [&](const yaml::Document &document) {
            return yaml::removeEntry(document, *mapping.node, *own);
        });
}

std::string whereText(Check &check, const asyncapi::Spot &place, const std::string &file)
{
    const auto document = check.documentOf(*place.file);
    if (!document)
        return {};
    const Position position = document->text()->position(place.node->range.begin);
    return " in line " + std::to_string(position.line) +
           (*place.file == file ? "" : " of " + *place.file);
}

} // namespace meshwright::conformance
