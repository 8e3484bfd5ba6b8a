// SPDX-License-Identifier: Apache-2.0
#include "schema/protobuffiles.h"

#include "schema/protobufnames.h"
#include "text/utf8.h"

#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include <algorithm>
#include <set>

namespace meshwright::schema::protobuf {

namespace pb = google::protobuf;

namespace {

constexpr std::size_t largest = 4U << 20U; // bytes
constexpr std::size_t mostFiles = 500;
constexpr std::string_view builtIn = "google/protobuf/";

bool isWordCharacter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.';
}

/// What the parser says. What it says after its first error is seldom worth reading: it has lost
/// its way.
class FirstError : public pb::io::ErrorCollector
{
public:
    void AddError(int line, pb::io::ColumnNumber column, const std::string &message) override
    {
        if (!m_message.empty())
            return;
        m_line = line;
        m_column = column;
        m_message = message;
    }

    bool isThere() const { return !m_message.empty(); }

    const std::string &message() const { return m_message; }

    std::size_t byteIn(std::string_view text) const { return byteAt(text, m_line, m_column); }

private:
    int m_line = 0;
    int m_column = 0;
    std::string m_message;
};

std::size_t lineStart(std::string_view text, int line)
{
    std::size_t begin = 0;
    for (; line > 0; --line) {
        const auto end = text.find('\n', begin);
        if (end == std::string_view::npos)
            return text.size();
        begin = end + 1;
    }
    return begin;
}

} // namespace

std::size_t byteAt(std::string_view text, int line, int column)
{
    auto at = lineStart(text, line);
    for (int reached = 0; reached < column && at < text.size() && text[at] != '\n'; ++at)
        reached += text[at] == '\t' ? 8 - reached % 8 : 1;
    return at;
}

Range tokenAt(std::string_view text, std::size_t begin)
{
    if (begin >= text.size())
        return {text.size(), text.size()};
    const char first = text[begin];
    auto end = begin;
    if (first == '"' || first == '\'') {
        end = std::min(text.find_first_of(std::string{first, '\n'}, begin + 1), text.size());
        end += end < text.size() && text[end] == first ? 1 : 0;
    } else if (isWordCharacter(first)) {
        while (end < text.size() && isWordCharacter(text[end]))
            ++end;
    } else if (first != '\n') {
        end = std::min(begin + utf8::length(first), text.size());
    }
    return {begin, end};
}

struct Files::File
{
    SchemaText schema;
    pb::FileDescriptorProto parsed;
    pb::compiler::SourceLocationTable places;
    const pb::FileDescriptor *linked = nullptr;
    bool isOpen = true; ///< its imports are being read

    std::string_view text() const { return schema.text->bytes(); }
};

class Files::Links : public pb::DescriptorPool::ErrorCollector
{
public:
    Links(Files &files, const File &file)
        : m_files(files)
        , m_file(file)
    {}

    void AddError(const std::string & /*filename*/, const std::string & /*element*/,
                  const pb::Message *descriptor, ErrorLocation location,
                  const std::string &message) override
    {
        int line = 0;
        int column = 0;
        if (!m_file.places.Find(descriptor, location, &line, &column) &&
            !m_file.places.Find(descriptor, OTHER, &line, &column))
            line = column = 0;
        // One place, one fault: what follows is a consequence.
        if (m_lines.insert(line).second)
            m_files.report(m_file, "protobuf/meaning",
                           tokenAt(m_file.text(), byteAt(m_file.text(), line, column)),
                           message + suggestionFor(message, m_names, m_files.m_suggestions));
    }

    std::vector<std::string> &names() { return m_names; }

private:
    Files &m_files;
    const File &m_file;
    std::set<int> m_lines;
    std::vector<std::string> m_names;
};

Files::Files(const Reach &reach)
    : m_reach(reach)
    , m_pool(pb::DescriptorPool::generated_pool())
{}

Files::~Files() = default;

/// protoc's own words have names in double quotes, all our others in single ones.
void Files::report(const File &file, std::string_view id, Range range, std::string message)
{
    std::replace(message.begin(), message.end(), '"', '\'');
    m_faults.push_back(
        {std::string(id), std::move(message), file.schema.file, range, nullptr, true});
}

const pb::FileDescriptorProto *Files::parsed(const std::string &file) const
{
    const auto found = m_files.find(file);
    return found == m_files.end() ? nullptr : &found->second->parsed;
}

std::string_view Files::textOf(const std::string &file) const
{
    const auto found = m_files.find(file);
    return found == m_files.end() ? std::string_view() : found->second->text();
}

void Files::load(const SchemaText &root)
{
    const pb::LogSilencer silence; // the parser writes to stderr where 'syntax' is missing
    m_root = open(root)->linked;
}

Files::File *Files::open(const SchemaText &schema)
{
    auto &file = m_files[schema.file];
    if (file)
        return file.get();
    file = std::make_unique<File>();
    auto *opened = file.get();
    opened->schema = schema;
    if (parse(*opened) && openImports(*opened))
        link(*opened);
    opened->isOpen = false;
    return opened;
}

bool Files::parse(File &file)
{
    const auto text = file.text();
    if (text.size() > largest || isTooDeep(text)) {
        report(file, "protobuf/too-deep", tokenAt(text, 0),
               "The schema is larger or more deeply nested than schemas that people write.");
        return false;
    }
    FirstError error;
    pb::io::ArrayInputStream input(text.data(), static_cast<int>(text.size()));
    pb::io::Tokenizer tokenizer(&input, &error);
    pb::compiler::Parser parser;
    parser.RecordErrorsTo(&error);
    parser.RecordSourceLocationsTo(&file.places);
    file.parsed.set_name(file.schema.file);
    const bool isFine = parser.Parse(&tokenizer, &file.parsed) && !error.isThere();
    if (!isFine)
        report(file, "protobuf/syntax", tokenAt(text, error.byteIn(text)),
               error.isThere() ? error.message() : "This is no Protobuf schema.");
    return isFine;
}

bool Files::openImports(File &file)
{
    bool areFine = true;
    for (int i = 0; i < file.parsed.dependency_size(); ++i)
        areFine = openImport(file, i) && areFine;
    return areFine;
}

bool Files::openImport(File &file, int index)
{
    const auto path = file.parsed.dependency(index);
    if (path.starts_with(builtIn) && m_pool.FindFileByName(path))
        return true;
    int line = 0;
    int column = 0;
    if (!file.places.FindImport(&file.parsed, path, &line, &column))
        line = column = 0;
    const auto place = tokenAt(file.text(), byteAt(file.text(), line, column));
    const auto found = m_reach.import ? m_reach.import(file.schema.file, path) : std::nullopt;
    if (!found || !found->text) {
        report(file, "protobuf/import", place,
               "'" + path + "' is not in the workspace: correct the path, or add the file.");
        return false;
    }
    if (m_files.size() >= mostFiles) {
        report(file, "protobuf/import", place, "There are too many imports.");
        return false;
    }
    const auto *opened = open(*found);
    if (opened->isOpen) {
        report(file, "protobuf/import", place,
               "'" + path + "' leads back to this file: no file can import itself.");
        return false;
    }
    file.parsed.set_dependency(index, found->file); // one file, one name, whoever imports it
    return opened->linked != nullptr;
}

void Files::link(File &file)
{
    Links links(*this, file);
    collectNames(file.parsed, links.names());
    for (const auto &path : file.parsed.dependency())
        if (const auto *imported = parsed(path))
            collectNames(*imported, links.names());
    file.linked = m_pool.BuildFileCollectingErrors(file.parsed, &links);
}

} // namespace meshwright::schema::protobuf
