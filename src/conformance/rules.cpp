// SPDX-License-Identifier: Apache-2.0
#include "meshwright/conformance/conformance.h"

namespace meshwright::conformance {

namespace {

using enum RuleGroup;
using enum Severity;

} // namespace

const std::vector<Rule> &rules()
{
    static const std::vector<Rule> list = {
        {"asyncapi/structure", AsyncApi, Error,
         "The document has the shape that its AsyncAPI version asks for",
         "Tools read by that shape: a field that is misspelt or misplaced is not read at all.",
         "asyncapi-document-resolved"},
        {"asyncapi/follow-up", AsyncApi, Hint, "(The AsyncAPI parser tells a fault here too)",
         "Told by `mw check --rules asyncapi` alone, so that reports can be compared: the fault "
         "itself is another finding.",
         "asyncapi-document-resolved"},
        {"asyncapi/reference-place", AsyncApi, Error, "A $ref stands where AsyncAPI takes one",
         "Other readers do not look for references there, and see a field that they don't know.",
         "asyncapi-document-unresolved"},
    };
    return list;
}

} // namespace meshwright::conformance
