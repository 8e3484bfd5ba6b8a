// SPDX-License-Identifier: Apache-2.0
// Who a spec is: its id, and that no other spec claims the same or leaks into it.
#include "lint/finding.h"

#include "meshwright/yaml/edit.h"

#include <algorithm>
#include <cctype>

namespace meshwright::linting {

namespace {

bool isIdPart(std::string_view part)
{
    return !part.empty() && std::all_of(part.begin(), part.end(), [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '_' || c == '-';
    });
}

bool isDomainId(std::string_view id)
{
    while (true) {
        const std::size_t dot = id.find('.');
        if (!isIdPart(id.substr(0, dot)))
            return false;
        if (dot == std::string_view::npos)
            return true;
        id.remove_prefix(dot + 1);
    }
}

/// `finance/campaign.yaml` or `finance/campaign/campaign.yaml` → `urn:acme.finance.campaign`, where
/// that makes an id.
std::optional<std::string> idFromPath(const Pass &pass)
{
    std::string id = pass.file.path.substr(0, pass.file.path.rfind('.'));
    const std::size_t slash = id.rfind('/');
    if (slash != std::string::npos && id.substr(0, slash).ends_with(id.substr(slash)))
        id.resize(slash);
    std::replace(id.begin(), id.end(), '/', '.');
    if (!pass.convention().organisation.empty())
        id.insert(0, pass.convention().organisation + ".");
    if (id.find('.') == std::string::npos || !isDomainId(id))
        return std::nullopt;
    return "urn:" + id;
}

void checkMissingId(Pass &pass)
{
    const asyncapi::Spec &spec = *pass.file.spec;
    Diagnostic &found = report(
        pass, "id/missing", spec.version.place,
        "The spec has no 'id', so its bounded context has no name and owns nothing: add one, "
        "such as 'id: urn:acme.finance.campaign'.");
    const auto id = idFromPath(pass);
    if (!id)
        return;
    if (const auto edit = yaml::setEntry(*spec.document, *spec.document->root(), "id", *id)) {
        QuickFix fix{"Add 'id: " + *id + "'", {}};
        fix.edit.files[pass.file.path].push_back(*edit);
        found.fixes.push_back(std::move(fix));
    }
}

/// Whether the id can name a context; reports why not.
bool checkIdForm(Pass &pass, const asyncapi::Located &id)
{
    const std::string domainId = contextIdFrom(id.value).value;
    if (!isDomainId(domainId)) {
        report(
            pass, "id/malformed", id.place,
            "The id '" + id.value +
                "' can't name topics and principals: after 'urn:' write parts of letters, digits, "
                "'-' and '_', separated by '.', such as 'urn:acme.finance.campaign'.");
        return false;
    }
    if (!id.value.starts_with("urn:")) {
        Diagnostic &found =
            report(pass, "id/malformed", id.place,
                   "The id '" + id.value +
                       "' is not a URI, as AsyncAPI asks for: write 'urn:" + id.value + "'.");
        found.severity = Severity::Warning;
        found.fixes.push_back(
            replaceScalarFix(pass, id.place, "urn:" + id.value, "Write 'urn:" + id.value + "'"));
    }
    const std::string &organisation = pass.convention().organisation;
    if (!organisation.empty() && domainId != organisation && !isWithin(domainId, organisation))
        report(pass, "id/organisation", id.place,
               "The id '" + domainId + "' does not start with the organisation '" + organisation +
                   ".' that " + settingsFileName + " sets.");
    return true;
}

void checkOtherIds(Pass &pass, const asyncapi::Located &id)
{
    const ContextId own = contextIdFrom(id.value);
    if (const Context *holder = pass.topology.context(own);
        holder && holder->spec->file != pass.file.path)
        report(pass, "id/duplicate", id.place,
               "'" + own.value + "' is the id of " + holder->spec->file +
                   " already: one bounded context, one spec. Give this one an id of its own.");
    for (const Context &other : pass.topology.contexts) {
        if (other.id == own || !other.id.value.starts_with(own.value))
            continue;
        if (isWithin(other.id.value, own.value))
            report(
                pass, "id/nested", id.place,
                "'" + other.id.value + "' (" + other.spec->file + ") lies within '" + own.value +
                    "': the ACLs for this context's consumer groups and transactional ids, which "
                    "are prefixes, cover that context's too. Give one of them a name beside the "
                    "other.");
        else
            report(pass, "id/prefix", id.place,
                   "'" + own.value + "' is the beginning of '" + other.id.value + "' (" +
                       other.spec->file +
                       "): prefixed ACLs written without a separator, as other tools write them, "
                       "would "
                       "open that context to this one. Choose names of which none begins another.");
    }
}

} // namespace

void checkIdentity(Pass &pass)
{
    const asyncapi::Spec &spec = *pass.file.spec;
    if (!spec.id) {
        checkMissingId(pass);
        return;
    }
    if (checkIdForm(pass, *spec.id))
        checkOtherIds(pass, *spec.id);
}

} // namespace meshwright::linting
