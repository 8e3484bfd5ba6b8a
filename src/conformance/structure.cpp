// SPDX-License-Identifier: Apache-2.0
// The shape of the document, by AsyncAPI's own JSON Schema. References are followed in place: what
// counts is the document that they make.
#include "conformance/asyncapischema.h"
#include "conformance/families.h"
#include "conformance/faultreport.h"
#include "conformance/followed.h"

namespace meshwright::conformance {

namespace {

/// Follows references, and judges each of them as it is written too, by the schema that met it.
class JudgedReferences : public Followed
{
public:
    using Followed::Followed;

    void judged(const schema::Schema &schema, const yaml::Spot &mapping, bool isAccepted) override
    {
        const bool isAcceptedAsWritten = m_asWritten.accepts(schema, mapping);
        m_areAllAccepted &= isAccepted && isAcceptedAsWritten;
        m_areAllAlike &= isAccepted == isAcceptedAsWritten;
    }

    /// Whether the document as it is written has the same faults as the one that its references
    /// make, which has some (`isFaulty`) or none.
    bool areFaultsAlike(bool isFaulty) const { return isFaulty ? m_areAllAccepted : m_areAllAlike; }

private:
    schema::Evaluator m_asWritten;
    bool m_areAllAccepted = true;
    bool m_areAllAlike = true;
};

bool isOfReference(const schema::Fault &fault)
{
    return fault.properties == std::vector<std::string>{"$ref"};
}

/// Places where the document, as it is written, has a reference that may not stand there.
void reportReferencePlaces(Check &check, const std::vector<schema::Fault> &faultsAsWritten)
{
    for (const schema::Fault &fault : faultsAsWritten)
        if (fault.keyword == "additionalProperties" && isOfReference(fault))
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
    JudgedReferences references(check.resolver);
    schema::Evaluator evaluator(&references, check.memory);
    const auto faults = evaluator.faults(schema->document(), check.root, schema::Detail::Best);
    for (const schema::Fault &fault : withoutConsequences(faults))
        if (!isOfReference(fault))
            reportFault(check, "asyncapi/structure", fault);
    if (references.areFaultsAlike(!faults.empty()))
        return reportReferencePlaces(check, faults);
    schema::Evaluator asWritten(nullptr, check.memory);
    reportReferencePlaces(check,
                          asWritten.faults(schema->document(), check.root, schema::Detail::Best));
}

} // namespace meshwright::conformance
