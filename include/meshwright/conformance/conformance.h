// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/asyncapi/spec.h"
#include "meshwright/diagnostic.h"

#include <mutex>
#include <vector>

namespace meshwright::conformance {

/// The rules of AsyncAPI itself, in no order: structure, meaning, payloads.
const std::vector<Rule> &rules();

/// What a spec breaks of them, in no order. It depends on the spec's document and on the files
/// that its references reach, and on nothing else. A finding stands where its cause is, which may
/// be in another file.
std::vector<Diagnostic> check(const asyncapi::Files &files, const asyncapi::Spec &spec);

/// Where else the AsyncAPI parser tells the faults that `check` tells once: for one wrong value it
/// names every alternative that does not fit. Hints, for who compares reports with that parser's.
std::vector<Diagnostic> followUps(const asyncapi::Files &files, const asyncapi::Spec &spec);

/// The findings of one spec, made when they are first asked for, by whichever thread asks.
class Findings
{
public:
    const std::vector<Diagnostic> &of(const asyncapi::Files &files, const asyncapi::Spec &spec)
    {
        std::call_once(m_once, [&] { m_list = check(files, spec); });
        return m_list;
    }

private:
    std::once_flag m_once;
    std::vector<Diagnostic> m_list;
};

} // namespace meshwright::conformance
