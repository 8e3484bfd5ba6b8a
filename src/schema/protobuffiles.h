// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/schema/payload.h"
#include "text/suggestion.h"

#include <google/protobuf/compiler/parser.h>
#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright::schema::protobuf {

/// libprotobuf counts lines and columns from 0, and a tab goes on to the next multiple of 8.
std::size_t byteAt(std::string_view text, int line, int column);
/// From the byte to the end of the word, the string or the sign that starts there.
Range tokenAt(std::string_view text, std::size_t begin);

/// One file with all that it imports, parsed and linked.
class Files
{
public:
    explicit Files(const Reach &reach);
    ~Files();

    void load(const SchemaText &root);

    std::vector<PayloadFault> &faults() { return m_faults; }

    /// Null where a fault keeps it from being linked.
    const google::protobuf::FileDescriptor *root() const { return m_root; }

    /// As it was parsed, with its options as they are written; null for what is built in.
    const google::protobuf::FileDescriptorProto *parsed(const std::string &file) const;
    std::string_view textOf(const std::string &file) const;

private:
    struct File;
    class Links; // collects what the linker says

    File *open(const SchemaText &schema);
    bool parse(File &file);
    bool openImports(File &file);
    bool openImport(File &file, int index);
    void link(File &file);
    void report(const File &file, std::string_view id, Range range, std::string message);

    const Reach &m_reach;
    google::protobuf::DescriptorPool m_pool;
    const google::protobuf::FileDescriptor *m_root = nullptr;
    std::map<std::string, std::unique_ptr<File>> m_files;
    std::vector<PayloadFault> m_faults;
    Suggestions m_suggestions;
};

} // namespace meshwright::schema::protobuf
