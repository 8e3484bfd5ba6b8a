// SPDX-License-Identifier: Apache-2.0
// The shape of the document, by AsyncAPI's own JSON Schema. References are followed in place: what
// counts is the document that they make.
#include "conformance/asyncapischema.h"
#include "conformance/families.h"
#include "conformance/faultreport.h"
#include "conformance/followed.h"

namespace meshwright::conformance {

namespace {

/// Places where the document, as it is written, has a reference that may not stand there.
void checkReferencePlaces(Check &check, const AsyncApiSchema &schema)
{
    schema::Evaluator asWritten;
    for (const schema::Fault &fault :
         asWritten.faults(schema.document(), check.root, schema::Detail::Best))
        if (fault.keyword == "additionalProperties" && fault.properties.front() == "$ref")
            report(check, "asyncapi/reference-place", {fault.value.file, fault.value.node->parent},
                   "A reference can't stand here: write what it refers to.")
                .range = fault.key->range;
}

} // namespace

void checkStructure(Check &check)
{
    const AsyncApiSchema *schema = AsyncApiSchema::of(check.spec.version.value);
    if (!schema)
        return;
    Followed followed(check.resolver);
    schema::Evaluator evaluator(&followed);
    for (const schema::Fault &fault : withoutConsequences(
             evaluator.faults(schema->document(), check.root, schema::Detail::Best)))
        if (fault.properties != std::vector<std::string>{"$ref"})
            reportFault(check, "asyncapi/structure", fault);
    checkReferencePlaces(check, *schema);
}

} // namespace meshwright::conformance
