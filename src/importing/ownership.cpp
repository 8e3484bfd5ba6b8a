// SPDX-License-Identifier: Apache-2.0
// JulieOps knows projects and principals; a spec has one owner, which alone writes.
#include "importing/ownership.h"

#include "meshwright/topology/names.h"

#include <algorithm>
#include <cctype>

namespace meshwright::importing {

namespace {

/// `User:App 0` → `app_0`.
std::string wordFor(const std::string &principal)
{
    std::string word = principal.substr(principal.find(':') + 1);
    for (char &each : word) {
        const auto letter = static_cast<unsigned char>(each);
        each = std::isalnum(letter) || each == '-' ? static_cast<char>(std::tolower(letter)) : '_';
    }
    return word;
}

class Placing
{
public:
    explicit Placing(const Landscape &landscape)
        : m_landscape(landscape)
    {}

    Ownership place();

private:
    void placeProjects();
    void placeSpecialTopics();
    void chooseWriters();
    void chooseWriter(const std::string &id, NewContext &context);
    void placeReaders();
    void placeReader(const Right &right);
    std::string idOf(const JulieProject &project) const;
    std::string contextFor(const Right &right);
    std::string ownerOf(const std::string &topic) const;
    std::string didYouMean(const std::string &topic) const;
    void add(const std::string &id, const JulieTopic &topic);

    void note(NoteKind kind, const Origin &origin, std::string message)
    {
        m_result.notes.push_back({kind, origin.file, origin.line, std::move(message)});
    }

    const Landscape &m_landscape;
    Ownership m_result;
    std::set<std::string> m_leftOut;
    std::map<std::string, std::string> m_owners;      ///< topic → context
    std::map<std::string, std::string> m_byPrincipal; ///< → context
};

Ownership Placing::place()
{
    placeProjects();
    placeSpecialTopics();
    chooseWriters();
    placeReaders();
    return std::move(m_result);
}

/// The project's prefix; where its topics don't stand below it, what all of them have in common.
std::string Placing::idOf(const JulieProject &project) const
{
    std::string id = project.prefix;
    const auto holdsAll = [&] {
        return std::all_of(project.topics.begin(), project.topics.end(),
                           [&](const JulieTopic &topic) { return isWithin(topic.name, id); });
    };
    if (holdsAll())
        return id;
    id = project.topics.front().name;
    while (!id.empty() && !holdsAll()) {
        const auto dot = id.rfind('.');
        id.resize(dot == std::string::npos ? 0 : dot);
    }
    return id;
}

void Placing::add(const std::string &id, const JulieTopic &topic)
{
    if (m_owners.emplace(topic.name, id).second)
        m_result.contexts.at(id).topics.push_back(&topic);
    else
        note(NoteKind::LeftOut, topic.origin,
             "The topic '" + topic.name + "' is described twice: the first description is taken.");
}

void Placing::placeProjects()
{
    for (const JulieProject &project : m_landscape.projects) {
        const std::string id = idOf(project);
        if (id.empty()) {
            for (const JulieTopic &topic : project.topics) {
                m_leftOut.insert(topic.name);
                note(NoteKind::LeftOut, topic.origin,
                     "The topic '" + topic.name +
                         "': a spec names topics below its context's id, with a '.' between, and "
                         "the topics of this project have no such beginning in common.");
            }
            continue;
        }
        const bool isNew =
            m_result.contexts.try_emplace(id, NewContext{project.title, {}, {}, {}, project.origin})
                .second;
        if (!isNew || id != project.prefix)
            note(NoteKind::Review, project.origin,
                 "The project '" + project.title + "' became a part of the context '" + id +
                     "', for the names of its topics begin so.");
        for (const JulieTopic &topic : project.topics)
            add(id, topic);
    }
}

void Placing::placeSpecialTopics()
{
    for (const JulieTopic &topic : m_landscape.specialTopics) {
        std::string owner;
        for (const auto &[id, context] : m_result.contexts)
            if (isWithin(topic.name, id) && id.size() > owner.size())
                owner = id;
        if (!owner.empty()) {
            add(owner, topic);
            continue;
        }
        m_leftOut.insert(topic.name);
        note(NoteKind::LeftOut, topic.origin,
             "The topic '" + topic.name +
                 "': its name begins with no context's id. It stays on the cluster, and no plan "
                 "touches it.");
    }
}

void Placing::chooseWriters()
{
    for (auto &[id, context] : m_result.contexts)
        chooseWriter(id, context);
}

/// Whoever writes the most of its topics, the first of several.
void Placing::chooseWriter(const std::string &id, NewContext &context)
{
    std::vector<std::string> order;
    std::map<std::string, std::set<std::string>> written;
    for (const Right &right : m_landscape.rights) {
        if (!right.writes || ownerOf(right.topic) != id)
            continue;
        if (!written.contains(right.principal))
            order.push_back(right.principal);
        written[right.principal].insert(right.topic);
    }
    if (order.empty()) {
        if (!context.topics.empty())
            note(NoteKind::Review, context.origin,
                 "No descriptor says who writes the topics of '" + id + "': its principal is '" +
                     defaultPrincipal({id}) + "' until overrides.principals of the environment '" +
                     importedEnvironment + "' name another.");
        return;
    }
    context.principal = *std::max_element(order.begin(), order.end(),
                                          [&](const std::string &left, const std::string &right) {
                                              return written[left].size() < written[right].size();
                                          });
    m_byPrincipal.emplace(context.principal, id);
    for (const std::string &principal : order)
        if (principal != context.principal)
            note(NoteKind::Review, context.origin,
                 "'" + principal + "' writes topics of '" + id + "' as '" + context.principal +
                     "' does, and here the owner alone writes: let it use the owner's principal, "
                     "or give it topics of its own.");
}

std::string Placing::ownerOf(const std::string &topic) const
{
    const auto found = m_owners.find(topic);
    return found == m_owners.end() ? std::string() : found->second;
}

std::string Placing::didYouMean(const std::string &topic) const
{
    for (const auto &[name, owner] : m_owners)
        if (name.ends_with('.' + topic) || name.find('.' + topic + '.') != std::string::npos)
            return " '" + name + "' is one: write that name in full where it is meant.";
    return {};
}

std::string Placing::contextFor(const Right &right)
{
    const auto known = m_byPrincipal.find(right.principal);
    if (known != m_byPrincipal.end())
        return known->second;
    std::string id = right.context + '.' + wordFor(right.principal);
    while (m_result.contexts.contains(id))
        id += "_app";
    NewContext reader{right.principal.substr(right.principal.find(':') + 1),
                      right.principal,
                      {},
                      {},
                      right.origin};
    m_result.contexts.emplace(id, std::move(reader));
    m_byPrincipal.emplace(right.principal, id);
    return id;
}

void Placing::placeReaders()
{
    for (const Right &right : m_landscape.rights) {
        if (m_leftOut.contains(right.topic))
            note(NoteKind::LeftOut, right.origin,
                 "'" + right.principal + (right.writes ? "' writes '" : "' reads '") + right.topic +
                     "', which is left out itself.");
        else if (ownerOf(right.topic).empty())
            note(NoteKind::LeftOut, right.origin,
                 "'" + right.principal + (right.writes ? "' writes '" : "' reads '") + right.topic +
                     "', and no descriptor here has a topic of this full name." +
                     didYouMean(right.topic));
        else if (!right.writes)
            placeReader(right);
    }
}

void Placing::placeReader(const Right &right)
{
    if (right.principal == "User:*") {
        m_result.grants[right.topic].insert("_public");
        return;
    }
    const std::string reader = contextFor(right);
    if (reader == ownerOf(right.topic))
        return;
    m_result.grants[right.topic].insert(reader);
    if (m_result.contexts.at(reader).reads.insert(right.topic).second)
        note(NoteKind::Review, right.origin,
             "'" + reader + "' (" + right.principal + ") may read '" + right.topic +
                 "': a grant in the spec of '" + ownerOf(right.topic) +
                 "' says so. Its own spec can say that it reads once the name has a keyword of "
                 "access.");
}

} // namespace

Ownership ownershipIn(const Landscape &landscape)
{
    return Placing(landscape).place();
}

} // namespace meshwright::importing
