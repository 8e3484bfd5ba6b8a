// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "asyncapi/resolver.h"
#include "meshwright/schema/jsonschema.h"

namespace meshwright::conformance {

/// The evaluator's way through a document's references.
class Followed : public schema::InstanceReferences
{
public:
    explicit Followed(asyncapi::Resolver &resolver)
        : m_resolver(resolver)
    {}

    yaml::Spot target(const yaml::Spot &mapping) override { return m_resolver.follow(mapping); }

private:
    asyncapi::Resolver &m_resolver;
};

} // namespace meshwright::conformance
