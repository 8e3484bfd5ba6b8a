// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/access/acl.h"
#include "meshwright/importing/julie.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace meshwright::importing {

struct Origin
{
    std::string file;
    std::uint32_t line = 0;
};

struct JulieTopic
{
    std::string name; ///< on the cluster
    std::optional<int> partitions;
    std::optional<int> replicas;
    std::map<std::string, std::string> settings;
    std::string description; ///< its metadata
    std::string keySchema;   ///< a path in the source; may be empty
    std::string valueSchema;
    Origin origin;
};

struct JulieProject
{
    std::string prefix; ///< of its topics' names, without a separator at the end
    std::string context;
    std::string title;
    std::vector<JulieTopic> topics;
    Origin origin;
};

/// That a principal may read a topic, or write it.
struct Right
{
    std::string principal;
    std::string topic;
    bool writes = false;
    std::string context; ///< of the descriptor that says so
    Origin origin;
};

/// What descriptors ask a cluster for.
struct Landscape
{
    std::vector<JulieProject> projects;
    std::vector<JulieTopic> specialTopics;
    std::vector<Right> rights;
    std::set<Acl> acls; ///< those that JulieOps keeps for it
    std::vector<Note> notes;
};

Result<Landscape> readLandscape(const JulieSource &source);

} // namespace meshwright::importing
