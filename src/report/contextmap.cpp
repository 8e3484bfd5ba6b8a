// SPDX-License-Identifier: Apache-2.0
// The context map as Markdown, for people who read a repository in a browser.
#include "meshwright/report/graphreport.h"

#include "changetext.h"

#include "meshwright/graph/questions.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace meshwright::report {

namespace {

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

/// A code span within a cell: Markdown's tables end a cell at a bar even there.
std::string codeCell(std::string_view text)
{
    std::string out;
    for (const char c : codeSpan(text))
        out += c == '|' ? std::string("\\|") : std::string(1, c);
    return out;
}

std::string listed(const std::vector<ContextId> &ids)
{
    constexpr std::size_t most = 30;
    std::string text;
    for (std::size_t i = 0; i < std::min(most, ids.size()); ++i)
        text += (text.empty() ? "" : ", ") + codeCell(ids[i].value);
    return ids.size() > most ? text + " and " + std::to_string(ids.size() - most) + " more" : text;
}

/// A path between angle brackets.
std::string linkText(const std::string &path)
{
    std::string text;
    for (const char c : path)
        text += c == '<'                               ? "%3C"
                : c == '>'                             ? "%3E"
                : c == '\\'                            ? "%5C"
                : static_cast<unsigned char>(c) < 0x20 ? "%20"
                                                       : std::string(1, c);
    return text;
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

using Shown = std::optional<std::set<ContextId>>;

bool isShown(const Shown &shown, const ContextId &id)
{
    return !shown || shown->contains(id);
}

class ContextMap
{
public:
    ContextMap(const Topology &topology, const Shown &shown)
        : m_topology(topology)
        , m_shown(shown)
    {
        for (const Consumption &each : topology.consumptions)
            if (each.owner != each.reader)
                m_read[each.reader].insert(each.topic);
    }

    std::string write(const std::string &picture)
    {
        std::set<std::string> domains;
        std::size_t contexts = 0;
        for (const Context &context : m_topology.contexts)
            if (isShown(m_shown, context.id)) {
                domains.insert(context.domain);
                ++contexts;
            }
        const auto topics =
            std::count_if(m_topology.topics.begin(), m_topology.topics.end(),
                          [&](const Topic &topic) { return isShown(m_shown, topic.owner); });
        m_text = "# Context map\n\n" + counted(contexts, "bounded context") + " in " +
                 counted(domains.size(), "domain") + ", " +
                 counted(static_cast<std::size_t>(topics), "topic") +
                 (m_shown ? "; a part of " + counted(m_topology.contexts.size(), "context") : "") +
                 ".\n\n";
        if (!picture.empty())
            m_text += "![The bounded contexts and what flows between them](<" + linkText(picture) +
                      ">)\n\n";
        for (const std::string &domain : domains) {
            m_text += "## " + cell(domain) + "\n\n";
            for (const Context &context : m_topology.contexts)
                if (context.domain == domain && context.spec && isShown(m_shown, context.id))
                    addContext(context);
        }
        addFindings();
        while (m_text.ends_with("\n\n"))
            m_text.pop_back();
        return std::move(m_text);
    }

private:
    std::string readersText(const Topic &topic) const
    {
        std::set<ContextId> readers;
        for (const Consumption *each : m_topology.readersOf(topic.name))
            if (each->reader != topic.owner)
                readers.insert(each->reader);
        return readers.empty() ? "nobody" : listed({readers.begin(), readers.end()});
    }

    void addContext(const Context &context)
    {
        const asyncapi::Spec &spec = *context.spec;
        m_text += "### " + cell(spec.title.empty() ? context.id.value : spec.title) + "\n\n" +
                  codeSpan(context.id.value) + ", described by " + codeSpan(spec.file) + ".";
        if (!spec.description.empty())
            m_text += ' ' + cell(spec.description);
        m_text += "\n\n";
        const auto topics = m_topology.topicsOf(context.id);
        if (!topics.empty())
            m_text += "| topic | access | read by |\n| --- | --- | --- |\n";
        for (const Topic *topic : topics)
            m_text += "| " + codeCell(topic->name.value) + " | " +
                      (topic->access ? std::string(nameOf(*topic->access)) : "owner only") + " | " +
                      readersText(*topic) + " |\n";
        m_text += topics.empty() ? "" : "\n";
        const auto read = m_read.find(context.id);
        if (read == m_read.end())
            return;
        for (const TopicName &topic : read->second)
            m_text += (topic == *read->second.begin() ? "Reads " : ", ") + codeSpan(topic.value);
        m_text += ".\n\n";
    }

    void addList(const std::string &title, const std::vector<std::string> &lines)
    {
        if (lines.empty())
            return;
        m_text += "### " + title + "\n\n";
        for (const std::string &line : lines)
            m_text += "- " + line + '\n';
        m_text += '\n';
    }

    /// By the whole company, of which a part would tell what is not so.
    void addFindings()
    {
        std::vector<std::string> cycles;
        for (const auto &group : graph::cycles(m_topology))
            if (std::any_of(group.begin(), group.end(),
                            [&](const ContextId &id) { return isShown(m_shown, id); }))
                cycles.push_back(listed(group));
        std::vector<std::string> hubs;
        for (const graph::Hub &hub : graph::hubs(m_topology))
            if (isShown(m_shown, hub.context))
                hubs.push_back(codeSpan(hub.context.value) + ": reads from " +
                               std::to_string(hub.sources) + ", read by " +
                               std::to_string(hub.readers));
        std::vector<std::string> pairs;
        for (const graph::Coupling &pair : graph::couplings(m_topology))
            if (isShown(m_shown, pair.first) || isShown(m_shown, pair.second))
                pairs.push_back(codeSpan(pair.first.value) + " and " + codeSpan(pair.second.value) +
                                ": " + counted(static_cast<std::size_t>(pair.topics), "topic") +
                                (pair.isMutual ? ", both ways" : ""));
        std::vector<std::string> orphans;
        for (const graph::Orphan &orphan : graph::orphans(m_topology))
            if (isShown(m_shown, orphan.context))
                orphans.push_back(lackText(orphan));
        m_text += "## What stands out\n\n";
        if (cycles.empty() && hubs.empty() && pairs.empty() && orphans.empty())
            m_text += "Nothing: no cycles, no hubs, no close coupling, no topic without a side.\n";
        addList("Data that comes back", cycles);
        addList("Contexts with many partners", hubs);
        addList("Contexts that share much", pairs);
        addList("Topics that lack a side", orphans);
    }

    const Topology &m_topology;
    const Shown &m_shown;
    std::map<ContextId, std::set<TopicName>> m_read;
    std::string m_text;
};

} // namespace

std::string contextMap(const Topology &topology, const std::optional<std::set<ContextId>> &shown,
                       const std::string &picture)
{
    return ContextMap(topology, shown).write(picture);
}

} // namespace meshwright::report
