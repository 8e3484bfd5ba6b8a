// SPDX-License-Identifier: Apache-2.0
// Any bytes as an AsyncAPI document: references, structure, meaning, payloads, and the conventions.
// Each finding has a place in the text, and each of its fixes can be made.
#include "fuzz/findings.h"
#include "meshwright/conformance/conformance.h"

#include <cstdint>

using namespace meshwright;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char *>(data), size);
    const auto workspace = Workspace::fromTexts({{"a.yaml", text}, {"b.yaml", "b: {c: 1}\n"}});
    fuzz::verify(*workspace, lint(*buildTopology(workspace)));
    const WorkspaceFile *file = workspace->file("a.yaml");
    if (file->spec && file->document->isComplete())
        conformance::followUps(*workspace, *file->spec);
    return 0;
}
