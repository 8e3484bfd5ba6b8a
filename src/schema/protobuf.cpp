// SPDX-License-Identifier: Apache-2.0
#include "meshwright/schema/protobuf.h"

#include "schema/protobuffiles.h"

#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include <algorithm>
#include <utility>

namespace meshwright::schema {

namespace pb = google::protobuf;

namespace {

class Silence : public pb::io::ErrorCollector
{
public:
    void AddError(int /*line*/, pb::io::ColumnNumber /*column*/,
                  const std::string & /*message*/) override
    {}
};

/// The place of a part of the file, by its path in the descriptor.
Range placeOf(const pb::FileDescriptor &file, const std::vector<int> &path, std::string_view text)
{
    pb::SourceLocation place;
    if (!file.GetSourceLocation(path, &place))
        return protobuf::tokenAt(text, 0);
    return {protobuf::byteAt(text, place.start_line, place.start_column),
            protobuf::byteAt(text, place.end_line, place.end_column)};
}

void checkVersion(const SchemaText &schema, const pb::FileDescriptor &file,
                  std::string_view version, std::vector<PayloadFault> &faults)
{
    const std::string written = file.syntax() == pb::FileDescriptor::SYNTAX_PROTO3 ? "3" : "2";
    if (version.empty() || version == written)
        return;
    faults.push_back(
        {"protobuf/version",
         "The schemaFormat says version " + std::string(version) +
             ", but without 'syntax = \"proto" + std::string(version) +
             "\";' the file is read as version " + written + ".",
         schema.file,
         placeOf(file, {pb::FileDescriptorProto::kSyntaxFieldNumber}, schema.text->bytes()),
         nullptr, false});
}

std::optional<pb::FileDescriptorProto> parsed(std::string_view text)
{
    Silence silence;
    pb::io::ArrayInputStream input(text.data(), static_cast<int>(text.size()));
    pb::io::Tokenizer tokens(&input, &silence);
    pb::compiler::Parser parser;
    parser.RecordErrorsTo(&silence);
    pb::FileDescriptorProto file;
    if (!parser.Parse(&tokens, &file))
        return std::nullopt;
    file.clear_source_code_info();
    return file;
}

} // namespace

std::vector<PayloadFault> checkProtobuf(const SchemaText &schema, const Reach &reach,
                                        std::string_view version)
{
    protobuf::Files files(reach);
    files.load(schema);
    auto faults = std::move(files.faults());
    const auto *root = files.root();
    if (!root)
        return faults;
    if (root->message_type_count() == 0)
        faults.push_back({"protobuf/no-message", "The schema defines no message.", schema.file,
                          protobuf::tokenAt(schema.text->bytes(), 0), nullptr, true});
    checkVersion(schema, *root, version, faults);
    return faults;
}

std::vector<std::string> protobufImports(std::string_view text)
{
    std::vector<std::string> paths;
    std::string path;
    Silence silence;
    pb::io::ArrayInputStream input(text.data(), static_cast<int>(text.size()));
    pb::io::Tokenizer tokens(&input, &silence);
    bool isImport = false;
    while (tokens.Next()) {
        const auto &token = tokens.current();
        const bool isString = token.type == pb::io::Tokenizer::TYPE_STRING;
        const bool isStart = tokens.previous().text.empty() || tokens.previous().text == ";" ||
                             tokens.previous().text == "}";
        if (isImport && isString) // literals that follow one another are one
            pb::io::Tokenizer::ParseStringAppend(token.text, &path);
        else if (!path.empty())
            paths.push_back(std::exchange(path, {}));
        isImport = (isStart && token.text == "import") ||
                   (isImport && (isString || token.text == "public" || token.text == "weak"));
    }
    if (!path.empty())
        paths.push_back(std::move(path));
    std::erase_if(paths, [](const auto &each) { return each.starts_with("google/protobuf/"); });
    return paths;
}

bool isSameProtobuf(std::string_view a, std::string_view b)
{
    const auto first = parsed(a);
    const auto second = parsed(b);
    return first && second && first->SerializeAsString() == second->SerializeAsString();
}

std::string protobufName(std::string_view text)
{
    const auto file = parsed(text);
    if (!file || file->message_type_size() == 0)
        return {};
    const auto &name = file->message_type(0).name();
    return file->package().empty() ? name : file->package() + '.' + name;
}

} // namespace meshwright::schema
