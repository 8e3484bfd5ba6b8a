// SPDX-License-Identifier: Apache-2.0
// Any bytes as YAML: read, walked, and edited back to themselves.
#include "meshwright/yaml/document.h"

#include <cstdint>
#include <cstdlib>

using namespace meshwright;

namespace {

void walk(const yaml::Document &document, const yaml::Node &node)
{
    if (node.range.end > document.text()->bytes().size() || node.range.begin > node.range.end)
        std::abort();
    for (const yaml::Entry &entry : node.entries) {
        walk(document, *entry.key);
        walk(document, *entry.value);
    }
    for (const yaml::Node *item : node.items)
        walk(document, *item);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto document =
        yaml::Document::parse(makeText(std::string(reinterpret_cast<const char *>(data), size)));
    if (document->root())
        walk(*document, *document->root());
    for (const yaml::Problem &problem : document->problems())
        if (problem.range.end > size || problem.range.begin > problem.range.end)
            std::abort();
    return 0;
}
