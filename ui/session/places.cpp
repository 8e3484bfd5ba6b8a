// SPDX-License-Identifier: Apache-2.0
#include "ui/session/places.h"

#include "ui/text/text.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <vector>

namespace meshwright::ui {

namespace {

bool holds(const asyncapi::Channel &channel, const std::string &file, std::size_t offset)
{
    const auto within = [&](const asyncapi::Place &place) {
        return place.file == file && place.range.begin <= offset && offset <= place.range.end;
    };
    return within(channel.keyPlace) || within(channel.place) ||
           (channel.keyPlace.file == file && channel.place.file == file &&
            channel.keyPlace.range.begin <= offset && offset <= channel.place.range.end);
}

/// By who owns it, or by who reads it.
bool isNamed(const TopicName &name, const Topology &topology)
{
    return topology.topic(name) || !topology.readersOf(name).empty();
}

template <typename Name, typename Thing>
std::set<Name> namesOf(const std::vector<Thing> &things, Name Thing::*name)
{
    std::set<Name> names;
    for (const Thing &thing : things)
        names.insert(thing.*name);
    return names;
}

/// The only new name where `name` is the only one that went; else `name`.
template <typename Name>
Name renamedTo(const Name &name, const std::set<Name> &before, const std::set<Name> &after)
{
    std::vector<Name> gone;
    std::vector<Name> come;
    std::ranges::set_difference(before, after, std::back_inserter(gone));
    std::ranges::set_difference(after, before, std::back_inserter(come));
    return gone == std::vector{name} && come.size() == 1 ? come.front() : name;
}

void add(FindingCounts &counts, const Diagnostic &diagnostic)
{
    switch (diagnostic.severity) {
    case Severity::Error:
        ++counts.errors;
        break;
    case Severity::Warning:
        ++counts.warnings;
        break;
    case Severity::Info:
    case Severity::Hint:
        ++counts.others;
        break;
    }
}

} // namespace

Selection selectionAt(const Snapshot &snapshot, const std::string &file, std::size_t offset)
{
    if (!snapshot.topology)
        return {};
    const Topology &topology = *snapshot.topology;
    const auto context = std::find_if(topology.contexts.begin(), topology.contexts.end(),
                                      [&](const Context &c) { return c.spec->file == file; });
    if (context == topology.contexts.end())
        return {};
    for (const Topic *topic : topology.topicsOf(context->id))
        if (holds(topic->declaration(), file, offset))
            return topic->name;
    for (const Consumption *consumption : topology.consumptionsOf(context->id))
        if (holds(consumption->declaration(), file, offset))
            return consumption->topic;
    return context->id;
}

std::optional<asyncapi::Place> placeOf(const Snapshot &snapshot, const Selection &selection)
{
    if (!snapshot.topology)
        return {};
    const Topology &topology = *snapshot.topology;
    if (const auto *id = std::get_if<ContextId>(&selection)) {
        if (const Context *context = topology.context(*id))
            return context->idPlace;
    } else if (const auto *name = std::get_if<TopicName>(&selection)) {
        if (const Topic *topic = topology.topic(*name))
            return topic->declaration().addressPlace;
        const auto readers = topology.readersOf(*name);
        if (!readers.empty())
            return readers.front()->declaration().addressPlace;
    }
    return {};
}

Selection followed(const Selection &selection, const Topology &before, const Topology &after)
{
    if (const auto *id = std::get_if<ContextId>(&selection); id && !after.context(*id))
        return renamedTo(*id, namesOf<ContextId>(before.contexts, &Context::id),
                         namesOf<ContextId>(after.contexts, &Context::id));
    if (const auto *name = std::get_if<TopicName>(&selection); name && !isNamed(*name, after))
        return renamedTo(*name, namesOf<TopicName>(before.topics, &Topic::name),
                         namesOf<TopicName>(after.topics, &Topic::name));
    return selection;
}

QString placeText(const WorkspacePtr &workspace, const std::string &file, std::size_t offset)
{
    const WorkspaceFile *known = workspace ? workspace->file(file) : nullptr;
    if (!known || !known->text)
        return toQt(file);
    const Position position = known->text->position(offset);
    return QStringLiteral("%1:%2:%3").arg(toQt(file)).arg(position.line).arg(position.column);
}

FindingCounts &FindingCounts::operator+=(const FindingCounts &other)
{
    errors += other.errors;
    warnings += other.warnings;
    others += other.others;
    return *this;
}

FindingCounts countFindings(const std::vector<Diagnostic> &diagnostics)
{
    FindingCounts counts;
    for (const Diagnostic &diagnostic : diagnostics)
        add(counts, diagnostic);
    return counts;
}

FindingCounts countFindings(const std::vector<Diagnostic> &diagnostics, const std::string &file,
                            std::optional<Range> range)
{
    FindingCounts counts;
    for (const Diagnostic &diagnostic : diagnostics)
        if (diagnostic.file == file && (!range || (range->begin <= diagnostic.range.begin &&
                                                   diagnostic.range.begin <= range->end)))
            add(counts, diagnostic);
    return counts;
}

} // namespace meshwright::ui
