// SPDX-License-Identifier: Apache-2.0
#include "ui/explorer/explorertree.h"

#include "ui/text/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace meshwright::ui {

namespace {

using Kind = ExplorerNode::Kind;

ExplorerNode &add(ExplorerNode &parent, Kind kind, const QString &key, const QString &name)
{
    auto node = std::make_unique<ExplorerNode>();
    node->kind = kind;
    node->key = key;
    node->name = name;
    node->detail = key;
    node->parent = &parent;
    node->row = static_cast<int>(parent.children.size());
    parent.children.push_back(std::move(node));
    return *parent.children.back();
}

/// `acme.finance.campaign` in `acme.finance` → `campaign`.
QString within(const std::string &name, const std::string &outer)
{
    return isWithin(name, outer) ? toQt(std::string_view(name).substr(outer.size() + 1))
                                 : toQt(name);
}

using FileFindings = std::map<std::string, std::vector<const Diagnostic *>>;

FindingCounts countIn(const FileFindings &findings, const std::string &file,
                      std::optional<Range> range = {})
{
    FindingCounts counts;
    const auto found = findings.find(file);
    if (found == findings.end())
        return counts;
    for (const Diagnostic *d : found->second)
        if (!range || (range->begin <= d->range.begin && d->range.begin <= range->end))
            counts += countFindings({*d});
    return counts;
}

Range spanOf(const asyncapi::Channel &channel)
{
    if (channel.keyPlace.file != channel.place.file)
        return channel.keyPlace.range;
    return {channel.keyPlace.range.begin,
            std::max(channel.keyPlace.range.end, channel.place.range.end)};
}

using Consumed = std::multimap<ContextId, const Consumption *>;

Consumed byReader(const Topology &topology)
{
    Consumed all;
    for (const Consumption &each : topology.consumptions)
        all.emplace(each.reader, &each);
    return all;
}

void addTopics(ExplorerNode &node, const Topology &topology, const Context &context,
               const Consumed &allConsumed, const FileFindings &findings)
{
    for (const Topic *topic : topology.topicsOf(context.id)) {
        const std::string &name = topic->name.value;
        ExplorerNode &row = add(node, Kind::Topic, toQt(name), within(name, context.id.value));
        row.access = topic->access;
        row.selection = topic->name;
        row.place = topic->declaration().addressPlace;
        row.counts = countIn(findings, context.spec->file, spanOf(topic->declaration()));
    }
    const auto [first, last] = allConsumed.equal_range(context.id);
    if (first == last)
        return;
    ExplorerNode &group = add(node, Kind::Consumes, QStringLiteral("consumes"),
                              QCoreApplication::translate("Explorer", "Consumes"));
    group.detail.clear();
    group.place = context.idPlace;
    group.selection = context.id;
    for (auto each = first; each != last; ++each) {
        const Consumption *consumption = each->second;
        const std::string &name = consumption->topic.value;
        ExplorerNode &row = add(group, Kind::Foreign, toQt(name), toQt(name));
        if (const Topic *topic = topology.topic(consumption->topic))
            row.access = topic->access;
        row.selection = consumption->topic;
        row.place = consumption->declaration().addressPlace;
        row.counts = countIn(findings, context.spec->file, spanOf(consumption->declaration()));
        group.counts += row.counts;
    }
}

void addFile(ExplorerNode &group, const std::string &path, const WorkspaceFile &file,
             const FileFindings &findings)
{
    ExplorerNode &row = add(group, Kind::File, toQt(path), toQt(path));
    row.detail = file.fault ? toQt(file.fault->message) : toQt(path);
    row.place = {path, {}};
    row.counts = countIn(findings, path);
    row.counts.errors = std::max(1, row.counts.errors);
    group.counts += row.counts;
}

/// The specs that stand for no context, so that none is missing here: those that can't be read,
/// and those whose id is missing, malformed or another's.
void addFaults(ExplorerNode &root, const Snapshot &snapshot, const FileFindings &findings)
{
    std::set<std::string> placed;
    for (const Context &context : snapshot.topology->contexts)
        if (!context.id.value.empty() && !context.domain.empty())
            placed.insert(context.spec->file);
    ExplorerNode *unread = nullptr;
    ExplorerNode *unplaced = nullptr;
    const auto group = [&root](ExplorerNode *&node, const char *key, const QString &name) {
        if (!node)
            node = &add(root, Kind::Faults, QLatin1String(key), name);
        return node;
    };
    for (const auto &[path, file] : snapshot.workspace->files()) {
        if (file->fault || (file->isSpec && !file->spec && !file->lastGoodSpec))
            addFile(
                *group(unread, "faults", QCoreApplication::translate("Explorer", "Can't be read")),
                path, *file, findings);
        else if (file->isSpec && !placed.contains(path))
            addFile(*group(unplaced, "unplaced",
                           QCoreApplication::translate("Explorer", "In no bounded context")),
                    path, *file, findings);
    }
}

} // namespace

std::unique_ptr<ExplorerNode> explorerTree(const Snapshot &snapshot)
{
    auto root = std::make_unique<ExplorerNode>();
    if (!snapshot.topology)
        return root;
    const Topology &topology = *snapshot.topology;
    FileFindings findings;
    for (const Diagnostic &diagnostic : *snapshot.diagnostics)
        findings[diagnostic.file].push_back(&diagnostic);

    const Consumed consumed = byReader(topology);
    std::map<std::string, ExplorerNode *> domains;
    int index = 0;
    for (const std::string &domain : topology.domains()) {
        ExplorerNode &node = add(*root, Kind::Domain, toQt(domain), toQt(domain));
        node.domainIndex = index++;
        domains[domain] = &node;
    }
    for (const Context &context : topology.contexts) {
        ExplorerNode *domain = domains[context.domain];
        if (!domain)
            continue;
        domain->isControlPlane = context.isControlPlane;
        ExplorerNode &node = add(*domain, Kind::Context, toQt(context.id.value),
                                 within(context.id.value, context.domain));
        node.isControlPlane = context.isControlPlane;
        node.selection = context.id;
        node.place = context.idPlace;
        node.counts = countIn(findings, context.spec->file);
        domain->counts += node.counts;
        addTopics(node, topology, context, consumed, findings);
    }
    addFaults(*root, snapshot, findings);
    return root;
}

} // namespace meshwright::ui
