// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/asyncapi/spec.h"
#include "meshwright/diagnostic.h"

#include <list>
#include <mutex>
#include <string>
#include <vector>

namespace meshwright::conformance {

/// The rules of AsyncAPI itself, in no order: structure, meaning, payloads.
const std::vector<Rule> &rules();

/// What a spec breaks of them, in no order. It depends on the spec's document and on what is
/// asked of `files`, and on nothing else. A finding stands where its cause is, which may
/// be in another file.
std::vector<Diagnostic> check(const asyncapi::Files &files, const asyncapi::Spec &spec);

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
    Findings();
    ~Findings();
    Findings(const Findings &) = delete;
    Findings &operator=(const Findings &) = delete;

    /// Valid as long as this.
    const std::vector<Diagnostic> &of(const asyncapi::Files &files, const asyncapi::Spec &spec);
    /// Whether what was found so far depends on the file. Never waits for a check.
    bool dependOn(const std::string &file) const;

private:
    struct Version;

    std::mutex m_making;         // who holds it may read m_versions
    mutable std::mutex m_adding; // and who adds to it holds both
    std::list<Version> m_versions;
};

} // namespace meshwright::conformance
