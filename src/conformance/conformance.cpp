// SPDX-License-Identifier: Apache-2.0
#include "conformance/check.h"
#include "conformance/families.h"
#include "conformance/payloads.h"

namespace meshwright::conformance {

namespace {

template <typename Family>
std::vector<Diagnostic> collected(const asyncapi::Files &files, const asyncapi::Spec &spec,
                                  schema::VerdictMemory *memory, const Family &family)
{
    std::vector<Diagnostic> out;
    if (!spec.document || !spec.document->root() || !asyncapi::versionOfLine(spec.version.value))
        return out;
    asyncapi::Resolver resolver(files);
    Check check{files, spec,  resolver, resolver.spot(spec.file, *spec.document->root()),
                out,   memory};
    family(check);
    dropSurplus(check);
    return out;
}

void checkAll(Check &check)
{
    checkStructure(check);
    checkAdvice(check);
    checkServers(check);
    checkChannels(check);
    checkOperations(check);
    checkMessages(check);
    checkSecurity(check);
    checkTags(check);
    checkComponents(check);
    checkPayloads(check);
    checkExamples(check);
}

} // namespace

std::vector<Diagnostic> check(const asyncapi::Files &files, const asyncapi::Spec &spec,
                              schema::VerdictMemory *memory)
{
    return collected(files, spec, memory, checkAll);
}

std::vector<Diagnostic> followUps(const asyncapi::Files &files, const asyncapi::Spec &spec)
{
    return collected(files, spec, nullptr, addFollowUps);
}

} // namespace meshwright::conformance
