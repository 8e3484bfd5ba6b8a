// SPDX-License-Identifier: Apache-2.0
// What JulieOps would read from the disk: descriptors, plans, schemas, and its properties file.
#include "meshwright/importing/julie.h"

#include "meshwright/text/textfile.h"

#include <algorithm>
#include <array>
#include <system_error>

namespace meshwright::importing {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t mostFiles = 20'000;

bool isRead(const fs::path &path)
{
    static constexpr std::array<const char *, 5> endings{".yaml", ".yml", ".json", ".avsc",
                                                         ".proto"};
    return std::find(endings.begin(), endings.end(), path.extension().string()) != endings.end();
}

Result<void> readInto(JulieSource &source, const fs::path &file, const fs::path &root)
{
    const auto read = readTextFile(file);
    if (!read)
        return tl::unexpected(read.error());
    const auto name = file.lexically_relative(root).generic_string();
    const auto [place, isNew] = source.texts.emplace(name, read->text->bytes());
    if (!isNew && place->second != read->text->bytes())
        return tl::unexpected(Error{Error::Code::Conflict,
                                    "Two folders have a file '" + name +
                                        "' each: import them one after the other, or the folder "
                                        "above both.",
                                    file.string()});
    return {};
}

Result<void> readFolder(JulieSource &source, const fs::path &folder)
{
    std::error_code fault;
    fs::recursive_directory_iterator walk(folder, fault);
    for (; !fault && walk != fs::recursive_directory_iterator(); walk.increment(fault)) {
        const fs::path path = walk->path();
        std::error_code ignored;
        if (path.filename().string().starts_with('.')) {
            if (walk->is_directory(ignored))
                walk.disable_recursion_pending();
            continue;
        }
        if (!walk->is_regular_file(ignored) || !isRead(path))
            continue;
        if (source.texts.size() == mostFiles)
            return tl::unexpected(Error{Error::Code::Invalid,
                                        "The folder holds more than 20 000 files: name the one "
                                        "with the descriptors.",
                                        folder.string()});
        if (auto done = readInto(source, path, folder); !done)
            return done;
    }
    if (fault)
        return tl::unexpected(Error{Error::Code::Io,
                                    "The folder could not be read: " + fault.message() + '.',
                                    folder.string()});
    return {};
}

/// A descriptor that is named alone: its plans and schemas lie beside it.
Result<void> readFile(JulieSource &source, const fs::path &file)
{
    const fs::path folder = file.parent_path().empty() ? fs::path(".") : file.parent_path();
    if (auto done = readInto(source, folder / file.filename(), folder); !done)
        return done;
    std::error_code fault;
    for (const char *name : {"plans.yaml", "plans.yml"})
        if (fs::is_regular_file(folder / name, fault))
            if (auto done = readInto(source, folder / name, folder); !done)
                return done;
    if (fs::is_directory(folder / "schemas", fault)) {
        JulieSource schemas;
        if (auto done = readFolder(schemas, folder / "schemas"); !done)
            return done;
        for (auto &[path, text] : schemas.texts)
            source.texts.emplace("schemas/" + path, std::move(text));
    }
    return {};
}

std::string trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\f");
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\f") - first + 1));
}

void readProperty(JulieSource &source, const std::string &line)
{
    if (line.empty() || line.front() == '#' || line.front() == '!')
        return;
    const auto end = line.find_first_of("=: \t");
    std::string value = end == std::string::npos ? std::string() : trimmed(line.substr(end));
    if (!value.empty() && (value.front() == '=' || value.front() == ':'))
        value = trimmed(value.substr(1));
    source.properties[line.substr(0, end)] = value;
}

/// Java's properties: a line may go on behind a `\`.
Result<void> readProperties(JulieSource &source, const fs::path &file)
{
    const auto read = readTextFile(file);
    if (!read)
        return tl::unexpected(read.error());
    std::string whole;
    const SourceText &text = *read->text;
    for (std::uint32_t line = 1; line <= text.lineCount(); ++line) {
        whole += trimmed(text.slice(text.lineRange(line)));
        if (whole.ends_with('\\')) {
            whole.pop_back();
            continue;
        }
        readProperty(source, whole);
        whole.clear();
    }
    readProperty(source, whole);
    return {};
}

} // namespace

Result<JulieSource> readJulie(const std::vector<fs::path> &paths, const fs::path &properties)
{
    JulieSource source;
    for (const fs::path &path : paths) {
        std::error_code fault;
        const bool isFolder = fs::is_directory(path, fault);
        auto done = isFolder ? readFolder(source, path) : readFile(source, path);
        if (!done)
            return tl::unexpected(done.error());
    }
    if (!properties.empty())
        if (auto done = readProperties(source, properties); !done)
            return tl::unexpected(done.error());
    return source;
}

} // namespace meshwright::importing
