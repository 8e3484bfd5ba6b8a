// SPDX-License-Identifier: Apache-2.0
// Any bytes as `schema:` and `value:`: a verdict, and faults where it is no, however odd the
// schema.
#include "meshwright/schema/jsonschema.h"

#include <cstdint>
#include <cstdlib>

using namespace meshwright;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto document =
        yaml::Document::parse(makeText(std::string(reinterpret_cast<const char *>(data), size)));
    const yaml::Node *root = document->root();
    const yaml::Node *schema = root ? root->find("schema") : nullptr;
    const yaml::Node *value = root ? root->find("value") : nullptr;
    if (!schema || !value)
        return -1;
    schema::SchemaLibrary library;
    library.add("fuzz", document);
    schema::SchemaCompiler compiler(library);
    const schema::Schema &compiled = compiler.compile(*schema);
    const std::string file = "fuzz";
    schema::Evaluator evaluator;
    const bool isAccepted = evaluator.accepts(compiled, {&file, value});
    const auto faults = evaluator.faults(compiled, {&file, value}, schema::Detail::Best);
    if (isAccepted && !faults.empty())
        std::abort();
    for (const schema::Fault &fault : faults)
        schema::faultText(fault);
    return 0;
}
