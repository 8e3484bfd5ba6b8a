// SPDX-License-Identifier: Apache-2.0
#include "meshwright/slices/slices.h"

#include <algorithm>
#include <utility>

namespace meshwright::slices {

namespace {

void replaceAll(std::string &text, std::string_view what, std::string_view by)
{
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

std::string filledIn(std::string pattern, const ContextId &id, const Convention &convention)
{
    std::string organisation = convention.organisation;
    if (organisation.empty())
        organisation = id.value.substr(0, id.value.find('.'));
    std::string own = id.value;
    if (!convention.organisation.empty() && isWithin(own, organisation))
        own.erase(0, organisation.size() + 1);
    const std::string service = own.substr(own.rfind('.') + 1);
    replaceAll(pattern, "[organisation]", organisation);
    replaceAll(pattern, "[domain]", domainOf({own}));
    replaceAll(pattern, "[service]", service);
    replaceAll(pattern, "[id]", id.value);
    return pattern;
}

/// The texts of the field: one, or a list of them.
std::vector<asyncapi::Located> textsOf(const std::string &file, const yaml::Node *node)
{
    std::vector<asyncapi::Located> texts;
    const auto add = [&](const yaml::Node &each) {
        if (each.isScalar() && !each.isNull())
            texts.push_back({each.resolved().text(), {file, each.resolved().range}});
    };
    if (!node)
        return texts;
    add(*node);
    for (const auto *item : node->resolved().items)
        add(*item);
    return texts;
}

std::vector<asyncapi::Located> declaredIn(const asyncapi::Spec &spec, const std::string &field)
{
    const auto *root = spec.document->root();
    if (!root || !root->isMapping())
        return {};
    const auto *info = root->find("info");
    if (info && info->isMapping())
        if (auto texts = textsOf(spec.file, info->find(field)); !texts.empty())
            return texts;
    return textsOf(spec.file, root->find(field));
}

/// The context's principal may have its kind in front, or be another one in an environment.
bool isPrincipal(const std::string &value, const std::string &expected, const ContextId &id,
                 const Settings &settings)
{
    if (value == expected || value == "User:" + expected)
        return true;
    return std::any_of(settings.environments.begin(), settings.environments.end(),
                       [&](const Environment &each) {
                           const auto found = each.principals.find(id.value);
                           return found != each.principals.end() && found->second == value;
                       });
}

Cell cellOf(const SliceItem &item, const Context &context, const Settings &settings)
{
    Cell cell;
    cell.expected = filledIn(item.pattern, context.id, settings.convention);
    cell.declared = declaredIn(*context.spec, item.field);
    const auto fits = [&](const asyncapi::Located &each) {
        return cell.expected.empty() || each.value == cell.expected ||
               (item.isPrefix && isWithin(each.value, cell.expected)) ||
               (item.name == "principal" &&
                isPrincipal(each.value, cell.expected, context.id, settings));
    };
    std::copy_if(cell.declared.begin(), cell.declared.end(), std::back_inserter(cell.wrong),
                 [&](const asyncapi::Located &each) { return !fits(each); });
    if (!cell.declared.empty())
        cell.state = cell.wrong.empty() ? State::Fits : State::Differs;
    return cell;
}

} // namespace

Row rowOf(const Topology &topology, const Context &context)
{
    const Settings &settings = topology.workspace->settings();
    Row row{context.id, context.idPlace, {}};
    for (const SliceItem &item : settings.slices)
        row.cells.push_back(cellOf(item, context, settings));
    return row;
}

Checklist checklistOf(const Topology &topology)
{
    Checklist list{topology.workspace->settings().slices, {}};
    for (const Context &context : topology.contexts)
        list.rows.push_back(rowOf(topology, context));
    return list;
}

std::string_view nameOf(State state)
{
    switch (state) {
    case State::Fits:
        return "fits";
    case State::Differs:
        return "differs";
    case State::Undeclared:
        break;
    }
    return "undeclared";
}

} // namespace meshwright::slices
