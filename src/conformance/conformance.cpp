// SPDX-License-Identifier: Apache-2.0
#include "conformance/check.h"
#include "conformance/families.h"

namespace meshwright::conformance {

std::vector<Diagnostic> check(const asyncapi::Files &files, const asyncapi::Spec &spec)
{
    std::vector<Diagnostic> out;
    if (!spec.document || !spec.document->root() || !asyncapi::versionOfLine(spec.version.value))
        return out;
    asyncapi::Resolver resolver(files);
    Check check{files, spec, resolver, resolver.spot(spec.file, *spec.document->root()), out};
    checkAdvice(check);
    checkServers(check);
    checkChannels(check);
    checkOperations(check);
    checkMessages(check);
    checkSecurity(check);
    checkTags(check);
    checkComponents(check);
    return out;
}

} // namespace meshwright::conformance
