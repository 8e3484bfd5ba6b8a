// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/asyncapi/spec.h"
#include "meshwright/diagnostic.h"

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace meshwright::schema {
class VerdictMemory;
}

namespace meshwright::conformance {

/// The rules of AsyncAPI itself, in no order: structure, meaning, payloads.
const std::vector<Rule> &rules();

/// What a spec breaks of them, in no order. It depends on the spec's document and on what is
/// asked of `files`, and on nothing else. A finding stands where its cause is, which may
/// be in another file.
///
/// A `memory` that is handed from check to check of one file makes the next one faster.
std::vector<Diagnostic> check(const asyncapi::Files &files, const asyncapi::Spec &spec,
                              schema::VerdictMemory *memory = nullptr);

/// Where else the AsyncAPI parser tells the faults that `check` tells once: for one wrong value it
/// names every alternative that does not fit. Hints, for who compares reports with that parser's.
std::vector<Diagnostic> followUps(const asyncapi::Files &files, const asyncapi::Spec &spec);

/// The findings of one spec, made when they are first asked for, by whichever thread asks.
///
/// Snapshots of a workspace share them. A check reads files that the spec itself does not depend
/// on, and which ones is known afterwards only: where one of them is another in the snapshot that
/// asks, the findings are made for that snapshot too.
class Findings
{
public:
    /// Of a spec that is edited: `before` are those of its text before.
    explicit Findings(const Findings *before = nullptr);
    ~Findings();
    Findings(const Findings &) = delete;
    Findings &operator=(const Findings &) = delete;

    /// Valid as long as this.
    const std::vector<Diagnostic> &of(const asyncapi::Files &files, const asyncapi::Spec &spec);
    /// Whether what was found so far depends on the file. Never waits for a check.
    bool dependOn(const std::string &file) const;

private:
    struct Version;
    struct Memory;

    std::mutex m_making;         // who holds it may read m_versions
    mutable std::mutex m_adding; // and who adds to it holds both
    std::list<Version> m_versions;
    std::shared_ptr<Memory> m_memory; ///< shared with those of the texts before and after
};

} // namespace meshwright::conformance
