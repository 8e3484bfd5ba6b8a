// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/outcomes.h"
#include "meshwright/plan/state.h"

#include <stop_token>
#include <string>
#include <vector>

namespace meshwright {

/// A text that a subject is to have next, its references with the versions that they mean.
struct NewSchema
{
    std::string subject;
    SchemaText schema;
};

/// The compatibility level that a subject is to have of its own.
struct NewLevel
{
    std::string subject;
    std::string level;
};

/// One answer a subject, in the order of the request: its newest version, or NotFound. After any
/// other error it is unknown whether there is one.
using SubjectReadings = std::vector<Result<ActualSubject>>;

/// One answer a text, in the order of the request. NotFound: there is nothing to compare it with.
using SchemaVerdicts = std::vector<Result<SchemaVerdict>>;

/// A connection to one schema registry: the port that plugins fill. Blocking, used by one thread at
/// a time; every call has a deadline and ends soon after `stop` is asked for, with Cancelled. What
/// one call asks for is asked at once, a bounded number of requests at a time. What Outcomes mean
/// stands at Cluster.
class SchemaRegistry
{
public:
    virtual ~SchemaRegistry() = default;

    /// The level of subjects that have none of their own.
    virtual Result<std::string> readLevel(std::stop_token stop) = 0;
    /// The newest version of every subject. An error where one of them can't be read.
    virtual Result<std::vector<ActualSubject>> readSubjects(std::stop_token stop) = 0;
    /// Of these subjects alone.
    virtual SubjectReadings describeSubjects(const std::vector<std::string> &names,
                                             std::stop_token stop) = 0;
    /// By the registry's own rules and the subject's level; writes nothing.
    virtual SchemaVerdicts checkCompatibility(const std::vector<NewSchema> &schemas,
                                              std::stop_token stop) = 0;

    /// What a subject has already is registered without a new version. Conflict: not compatible.
    virtual Outcomes registerSchemas(const std::vector<NewSchema> &schemas,
                                     std::stop_token stop) = 0;
    virtual Outcomes setLevels(const std::vector<NewLevel> &levels, std::stop_token stop) = 0;
    /// Softly: a registry keeps what was registered, and its ids stay valid for readers.
    virtual Outcomes deleteSubjects(const std::vector<std::string> &names,
                                    std::stop_token stop) = 0;
};

} // namespace meshwright
