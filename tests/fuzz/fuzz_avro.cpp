// SPDX-License-Identifier: Apache-2.0
// Any bytes as an Avro schema: judged, and its fields listed.
#include "meshwright/schema/avro.h"
#include "meshwright/yaml/document.h"

#include <cstdint>

using namespace meshwright;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto document =
        yaml::Document::parse(makeText(std::string(reinterpret_cast<const char *>(data), size)));
    if (!document->root())
        return -1;
    const std::string file = "fuzz.avsc";
    const schema::SchemaNode root{&file, document->root()};
    schema::checkAvro(root, {});
    schema::avroFields(root, {});
    return 0;
}
