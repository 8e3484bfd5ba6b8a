// SPDX-License-Identifier: Apache-2.0
#include "conformance/check.h"
#include "conformance/payloads.h"

namespace meshwright::conformance {

std::vector<Diagnostic> check(const asyncapi::Files &files, const asyncapi::Spec &spec)
{
    std::vector<Diagnostic> out;
    if (!spec.document || !spec.document->root() || spec.major == 0)
        return out;
    asyncapi::Resolver resolver(files);
    Check check{files, spec, resolver, resolver.spot(spec.file, *spec.document->root()), out};
    checkPayloads(check);
    return out;
}

} // namespace meshwright::conformance
