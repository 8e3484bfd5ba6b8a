// SPDX-License-Identifier: Apache-2.0
// The context map as Markdown, for people who read a repository in a browser.
#include "meshwright/report/graphreport.h"

#include "changetext.h"

#include "meshwright/graph/questions.h"

#include <algorithm>
#include <set>

namespace meshwright::report {

namespace {

std::string counted(std::size_t count, const std::string &noun)
{
    return std::to_string(count) + ' ' + noun + (count == 1 ? "" : "s");
}

/// Within a cell: no bar and no line ends, and nothing that Markdown or HTML would read.
std::string cell(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (std::string_view("\\`*_{}[]<>#|!&~").find(c) != std::string_view::npos)
            out += '\\';
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out;
}

std::string listed(const std::vector<ContextId> &ids, const char *between)
{
    std::string text;
    for (const ContextId &id : ids)
        text += (text.empty() ? "" : between) + codeSpan(id.value);
    return text;
}

std::string readersText(const Topology &topology, const Topic &topic)
{
    std::vector<ContextId> readers;
    for (const Consumption *each : topology.readersOf(topic.name))
        if (each->reader != topic.owner)
            readers.push_back(each->reader);
    return readers.empty() ? "nobody" : listed(readers, ", ");
}

void addContext(const Topology &topology, const Context &context, std::string &text)
{
    const asyncapi::Spec &spec = *context.spec;
    text += "### " + cell(spec.title.empty() ? context.id.value : spec.title) + "\n\n" +
            codeSpan(context.id.value) + ", described by " + codeSpan(spec.file) + ".";
    if (!spec.description.empty())
        text += ' ' + cell(spec.description);
    text += "\n\n";
    const auto topics = topology.topicsOf(context.id);
    if (!topics.empty()) {
        text += "| topic | access | read by |\n| --- | --- | --- |\n";
        for (const Topic *topic : topics)
            text += "| " + codeSpan(topic->name.value) + " | " +
                    (topic->access ? std::string(nameOf(*topic->access)) : "owner only") + " | " +
                    readersText(topology, *topic) + " |\n";
        text += '\n';
    }
    std::set<TopicName> read;
    for (const Consumption *each : topology.consumptionsOf(context.id))
        if (each->owner != context.id)
            read.insert(each->topic);
    for (const TopicName &topic : read)
        text += (topic == *read.begin() ? "Reads " : ", ") + codeSpan(topic.value);
    text += read.empty() ? "" : ".\n\n";
}

std::string lackText(const graph::Orphan &orphan)
{
    const std::string topic = codeSpan(orphan.topic.value);
    switch (orphan.lack) {
    case graph::Lack::Reader:
        return topic + ": nobody reads it";
    case graph::Lack::Writer:
        return topic + ": nobody writes it";
    case graph::Lack::Owner:
        return topic + ": " + codeSpan(orphan.context.value) + " reads it, and nobody here owns it";
    case graph::Lack::Consumer:
        return topic + ": granted to " + codeSpan(orphan.context.value) +
               ", which does not read it";
    }
    return topic;
}

void addList(const std::string &title, const std::vector<std::string> &lines, std::string &text)
{
    if (lines.empty())
        return;
    text += "### " + title + "\n\n";
    for (const std::string &line : lines)
        text += "- " + line + '\n';
    text += '\n';
}

void addFindings(const Topology &topology, std::string &text)
{
    std::vector<std::string> cycles;
    for (const auto &group : graph::cycles(topology))
        cycles.push_back(listed(group, ", "));
    std::vector<std::string> hubs;
    for (const graph::Hub &hub : graph::hubs(topology))
        hubs.push_back(codeSpan(hub.context.value) + ": reads from " + std::to_string(hub.sources) +
                       ", read by " + std::to_string(hub.readers));
    std::vector<std::string> pairs;
    for (const graph::Coupling &pair : graph::couplings(topology))
        pairs.push_back(codeSpan(pair.first.value) + " and " + codeSpan(pair.second.value) + ": " +
                        counted(static_cast<std::size_t>(pair.topics), "topic") +
                        (pair.isMutual ? ", both ways" : ""));
    std::vector<std::string> orphans;
    for (const graph::Orphan &orphan : graph::orphans(topology))
        orphans.push_back(lackText(orphan));
    text += "## What stands out\n\n";
    if (cycles.empty() && hubs.empty() && pairs.empty() && orphans.empty())
        text += "Nothing: no cycles, no hubs, no close coupling, no topic without a side.\n";
    addList("Data that comes back", cycles, text);
    addList("Contexts with many partners", hubs, text);
    addList("Contexts that share much", pairs, text);
    addList("Topics that lack a side", orphans, text);
}

} // namespace

std::string contextMap(const Topology &topology, const std::string &picture)
{
    const auto domains = topology.domains();
    std::string text = "# Context map\n\n" + counted(topology.contexts.size(), "bounded context") +
                       " in " + counted(domains.size(), "domain") + ", " +
                       counted(topology.topics.size(), "topic") + ".\n\n";
    if (!picture.empty())
        text += "![The bounded contexts and what flows between them](<" + picture + ">)\n\n";
    for (const std::string &domain : domains) {
        text += "## " + cell(domain) + "\n\n";
        for (const Context &context : topology.contexts)
            if (context.domain == domain && context.spec)
                addContext(topology, context, text);
    }
    addFindings(topology, text);
    while (text.ends_with("\n\n"))
        text.pop_back();
    return text;
}

} // namespace meshwright::report
