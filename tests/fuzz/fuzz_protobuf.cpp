// SPDX-License-Identifier: Apache-2.0
// Any bytes as Protobuf schemas, of which one imports the others: judged, and their fields listed.
#include "fuzz/texts.h"
#include "meshwright/schema/protobuf.h"

#include <array>
#include <cstdlib>

using namespace meshwright;

namespace {

constexpr std::array names{"a.proto", "b.proto", "c.proto"};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::vector<schema::SchemaText> files;
    for (std::string &text : fuzz::texts(data, size, names.size()))
        files.push_back({names[files.size()], makeText(std::move(text))});
    const auto fileOf = [&](const std::string &name) -> std::optional<schema::SchemaText> {
        for (const schema::SchemaText &file : files)
            if (file.file == name)
                return file;
        return std::nullopt;
    };
    schema::Reach reach;
    reach.import = [&](const std::string &, const std::string &path) { return fileOf(path); };
    for (const schema::PayloadFault &fault : schema::checkProtobuf(files.front(), reach, "3")) {
        const auto file = fileOf(fault.file);
        const bool isInText = file && fault.range.begin <= fault.range.end &&
                              fault.range.end <= file->text->bytes().size();
        if (!isInText || fault.message.empty())
            std::abort();
    }
    schema::protobufFields(files.front(), reach);
    schema::protobufImports(files.front().text->bytes());
    return 0;
}
