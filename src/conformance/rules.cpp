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
        {"asyncapi/payload", AsyncApi, Error,
         "A payload's schema is right in its own language: Avro, Protobuf, OpenAPI",
         "Nobody can write or read a message whose schema no serialiser accepts.",
         "asyncapi2-schemas"},
    };
    return list;
}

} // namespace meshwright::conformance
