// SPDX-License-Identifier: Apache-2.0
#include "conformance/check.h"

namespace meshwright::conformance {

namespace {

template <typename Family>
std::vector<Diagnostic> collected(const asyncapi::Files &files, const asyncapi::Spec &spec,
                                  const Family &family)
{
    std::vector<Diagnostic> out;
    if (!spec.document || !spec.document->root() || spec.major == 0)
        return out;
    asyncapi::Resolver resolver(files);
    Check check{files, spec, resolver, resolver.spot(spec.file, *spec.document->root()), out};
    family(check);
    return out;
}

} // namespace

std::vector<Diagnostic> check(const asyncapi::Files &files, const asyncapi::Spec &spec)
{
    return collected(files, spec, checkStructure);
}

std::vector<Diagnostic> followUps(const asyncapi::Files &files, const asyncapi::Spec &spec)
{
    return collected(files, spec, addFollowUps);
}

} // namespace meshwright::conformance
