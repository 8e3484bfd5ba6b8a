// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/text/text.h"

#include "meshwright/topology/topology.h"

namespace meshwright::ui {

/// The title of its spec; the id where it has none.
inline QString contextName(const Context &context)
{
    const bool isNamed = context.spec && !context.spec->title.empty();
    return toQt(isNamed ? context.spec->title : context.id.value);
}

/// The id too where the topology (null: none) has no such context.
inline QString contextName(const Topology *topology, const ContextId &id)
{
    const Context *context = topology ? topology->context(id) : nullptr;
    return context ? contextName(*context) : toQt(id.value);
}

} // namespace meshwright::ui
