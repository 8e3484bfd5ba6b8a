// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "terminal.h"

#include "meshwright/reference/reference.h"

namespace meshwright::mw {

int runReference(const Options &options)
{
    const auto written = deliver(reference::markdown(), options.output);
    if (written)
        return Fine;
    sayError(written.error());
    return exitCodeFor(written.error());
}

} // namespace meshwright::mw
