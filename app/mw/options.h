// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace meshwright::mw {

/// What the command line asked for; a command reads the part that is its own.
struct Options
{
    std::string target = "."; ///< a folder, one spec, or (apply) a plan
    std::string format = "text";
    std::string severity = "info"; ///< check: the least severity that is shown
    std::string rules = "all";
    std::string environment;
    std::string compat; ///< specmesh or empty
    std::string output; ///< a file, or empty for standard output
    std::string focus;
    std::string hops = "1";         ///< graph: a number, or all
    std::string view;               ///< graph: the name of a saved view
    std::string direction = "both"; ///< graph: upstream, downstream or both
    std::string layout = "columns"; ///< graph: columns, flow, force or grid
    std::string observe;            ///< graph: an environment whose cluster is looked at
    std::string since;              ///< graph: a revision that is laid under the specs
    std::string picture;            ///< graph: a picture that the Markdown shows
    std::string topic;              ///< access: who can do what with it
    std::string principal;          ///< access: what it can do; a context's id stands for its own
    std::string domain;             ///< export: a context, or a domain
    std::string owner;              ///< requests: a context, or a domain
    std::string source = "specs";   ///< access: specs, cluster or both
    std::string by = "topic";       ///< costs: topic, context or domain
    std::string base;               ///< diff: a revision, or a folder
    std::string to;              ///< diff: a revision, empty: the working tree; convert: a version
    std::string failOn = "none"; ///< diff: breaking, any or none
    std::string compatibility = "full"; ///< diff: backward, forward or full
    std::string rule;                   ///< rules: whose page is wanted
    std::string pages;                  ///< rules: a folder for all pages
    std::vector<std::string> sources;   ///< import: files and folders of the other tool
    std::string tool;                   ///< import: whose they are
    std::string properties;             ///< import: the other tool's own settings
    std::string cluster;                ///< access export: the cluster's name in the other model
    bool suppressed = false;            ///< check: list what comments allow
    bool write = false;
    bool check = false;
    std::string prune; ///< kinds of deletes, with commas; all; empty: none
    bool detailedExitCode = false;
    bool yes = false;
    std::string confirm;               ///< apply: the name of a production environment, typed
    std::vector<std::string> consents; ///< apply: topics that may be deleted though in use
    std::vector<std::string> adopted;  ///< drift: what the specs take over
    std::string resume;                ///< apply: a journal to go on with
    std::string discard;               ///< journals: one to close
    bool all = false;                  ///< journals: those that ended too
    std::string file;                  ///< audit: a trail that was copied
    bool verify = false;               ///< audit: end with 1 where the trail was tampered with
    std::string secret;                ///< keychain: the name of one
    std::string workspace = ".";       ///< apply: where a saved plan's environments are described
};

} // namespace meshwright::mw
