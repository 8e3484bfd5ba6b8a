// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/topology/names.h"
#include "meshwright/workspace/workspace.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright {

struct Context
{
    ContextId id;
    std::string domain;
    bool isControlPlane = false;
    std::shared_ptr<const asyncapi::Spec> spec;
    asyncapi::Place idPlace;
};

/// What a tag that grants access begins with.
inline constexpr std::string_view grantPrefix = "grant-access:";
/// `acme.stock` → `grant-access:acme.stock`.
std::string grantTag(std::string_view target);

/// A tag `grant-access:…` on a topic: to one context, to every context of a domain, or to all.
struct Grant
{
    std::string target; ///< as written after `grant-access:`
    bool toEverybody = false;
    std::vector<ContextId> readers; ///< known contexts that it names (one, or a domain's), sorted
    asyncapi::Place place;
};

/// An owned topic.
struct Topic
{
    TopicName name;
    ContextId owner;
    std::optional<Access> access; ///< none: no keyword (owner only, reported by a rule)
    std::shared_ptr<const asyncapi::Spec> spec;
    std::size_t channel = 0; ///< index in spec->channels
    std::vector<Grant> grants;
    bool isLegacyForm = false; ///< written with / in the channel's key

    const asyncapi::Channel &declaration() const { return spec->channels[channel]; }
};

/// Whether a grant names the reader, its domain, or everybody.
bool isGranted(const Topic &topic, const ContextId &reader);
/// Whether the reader owns the topic, it is public, or it is protected and granted.
bool mayRead(const Topic &topic, const ContextId &reader);

/// A channel of one context that names another's topic.
struct Consumption
{
    TopicName topic;
    ContextId reader;
    std::optional<ContextId> owner; ///< none where no known context owns the name
    bool writes = false;            ///< it also says that it produces to it
    bool isLegacyForm = false;
    std::shared_ptr<const asyncapi::Spec> spec;
    std::size_t channel = 0;

    const asyncapi::Channel &declaration() const { return spec->channels[channel]; }
};

/// Whether it says that it reads, and not only that it writes.
bool declaresReading(const Consumption &consumption);

enum class EdgeKind { Produces, Consumes, Granted };
enum class EdgeSource { Declared, Granted, Observed };

/// From the context data comes from to the one it goes to. Produces: owner → owner.
struct Edge
{
    EdgeKind kind = EdgeKind::Consumes;
    EdgeSource source = EdgeSource::Declared;
    ContextId from;
    ContextId to;
    TopicName topic;
    asyncapi::Place place;

    bool operator==(const Edge &) const = default;
};

/// Contexts, topics and who reads what, derived from one snapshot. Everything sorted by name.
struct Topology
{
    WorkspacePtr workspace;
    std::vector<Context> contexts;
    std::vector<Topic> topics;
    std::vector<Consumption> consumptions;
    std::vector<Edge> edges;

    const Context *context(const ContextId &id) const;
    const Topic *topic(const TopicName &name) const;
    std::vector<const Topic *> topicsOf(const ContextId &id) const;
    std::vector<const Consumption *> consumptionsOf(const ContextId &reader) const;
    std::vector<const Consumption *> readersOf(const TopicName &name) const;
    /// The sorted domains.
    std::vector<std::string> domains() const;
};

using TopologyPtr = std::shared_ptr<const Topology>;

/// Reads channels into topics by the table in docs/conventions.md. Where two specs claim one id
/// or one topic, the first by path keeps it (rules report the second).
TopologyPtr buildTopology(const WorkspacePtr &workspace);

/// How one channel's name reads in one spec.
struct ChannelReading
{
    TopicName topic;
    bool isOwned = false;
    std::optional<Access> access;
    std::optional<ContextId> owner;
    bool isLegacyForm = false;
    bool lacksKeyword = false; ///< owned by its publish alone
};

ChannelReading readChannelName(const asyncapi::Channel &channel, const ContextId &self,
                               const Convention &convention,
                               const std::vector<ContextId> &knownContexts);

/// Contexts within `hops` edges of `focus`, in either direction, itself included.
std::vector<ContextId> neighbours(const Topology &topology, const ContextId &focus, int hops);

} // namespace meshwright
