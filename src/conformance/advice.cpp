// SPDX-License-Identifier: Apache-2.0
// What a document should say about itself beyond what its version asks for.
#include "conformance/check.h"
#include "conformance/families.h"

namespace meshwright::conformance {

namespace {

struct Wish
{
    std::string_view rule;
    std::vector<std::string_view> path;
    std::string_view message;
};

const std::vector<Wish> &wishes()
{
    static const std::vector<Wish> list = {
        {"asyncapi/id",
         {"id"},
         "The document has no 'id', by which others could name what it describes: add one, such as "
         "'id: urn:acme.finance.campaign'."},
        {"asyncapi/default-content-type",
         {"defaultContentType"},
         "Nothing says how messages are written that don't say it themselves: add "
         "'defaultContentType', such as 'application/json'."},
        {"asyncapi/info-description",
         {"info", "description"},
         "Nothing says what this is for: describe it in 'info.description', for somebody who "
         "meets it for the first time."},
        {"asyncapi/info-contact",
         {"info", "contact"},
         "Nobody is named whom a reader could ask: add 'info.contact' with name, url and email."},
        {"asyncapi/info-license",
         {"info", "license"},
         "Nothing says on what terms this may be used: add 'info.license' with a name and a url."},
        {"asyncapi/tags",
         {"tags"},
         "The document has no tags by which a catalogue could sort it: add 'tags' with a name "
         "each."},
    };
    return list;
}

/// Reports that a value is not there, or says nothing, at the last value on the way that is.
void checkWish(Check &check, const Wish &wish)
{
    Value value = rootOf(check);
    for (const std::string_view key : wish.path) {
        const Value next = child(check, value, key);
        if (!next.written) {
            reportMissing(check, wish.rule, value, std::string(wish.message));
            return;
        }
        if (!next) // a broken reference is told where it stands
            return;
        value = next;
    }
    if (!isTruthy(value.node()))
        report(check, wish.rule, value.place(), std::string(wish.message));
}

void checkContact(Check &check)
{
    const Value contact = at(check, rootOf(check), {"info", "contact"});
    if (!contact.isMapping())
        return;
    std::string missing;
    for (const std::string_view key : {"name", "url", "email"}) {
        const Value value = child(check, contact, key);
        if (value.written && value && !isTruthy(value.node()))
            report(check, "asyncapi/info-contact-properties", value.place(),
                   "The contact's '" + std::string(key) + "' is empty: fill it in.");
        else if (!value.written)
            missing += (missing.empty() ? "'" : ", '") + std::string(key) + "'";
    }
    if (!missing.empty())
        reportMissing(check, "asyncapi/info-contact-properties", contact,
                      "The contact lacks " + missing +
                          ": with a name, a page and an address readers need not search.");
}

void checkHasServers(Check &check)
{
    const std::string message =
        "No server is described, so a reader can't tell where these channels are: add one to "
        "'servers'.";
    const Value servers = child(check, rootOf(check), "servers");
    if (!servers.written)
        reportMissing(check, "asyncapi/servers", rootOf(check), message);
    else if (servers && (!servers.isMapping() || servers.node().entries.empty()))
        report(check, "asyncapi/servers", servers.place(), message);
}

void checkLatest(Check &check)
{
    constexpr std::string_view latest = "3.1.0";
    const Value version = child(check, rootOf(check), "asyncapi");
    if (textOf(version) != latest)
        report(check, "asyncapi/latest-version", version.place(),
               "AsyncAPI " + std::string(latest) + " is out; this document is written in " +
                   check.spec.version.value + ". Move when your tools can read it.");
}

} // namespace

void checkAdvice(Check &check)
{
    checkLatest(check);
    if (check.spec.major != 2)
        return;
    for (const Wish &wish : wishes())
        checkWish(check, wish);
    checkContact(check);
    checkHasServers(check);
}

} // namespace meshwright::conformance
