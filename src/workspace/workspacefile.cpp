// SPDX-License-Identifier: Apache-2.0
#include "workspace/workspacefile.h"

#include "text/jsoncomments.h"
#include "workspace/folderscan.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <thread>
#include <utility>

namespace meshwright {

namespace {

constexpr std::size_t sniffedBytes = 64 * 1024;

/// The start of a file that could not be read as text.
std::string rawStart(const std::filesystem::path &path)
{
    std::ifstream stream(path, std::ios::binary);
    std::string bytes(sniffedBytes, '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, stream.gcount())));
    return bytes;
}

WorkspaceFile faultyFile(const std::string &path, Error fault, std::string_view start)
{
    WorkspaceFile file;
    file.path = path;
    file.fault = std::move(fault);
    file.isSpec = isDocumentName(path) && looksLikeSpec(start);
    return file;
}

/// What it holds is unknown, which differs from nothing.
Error unreadableFolder(const std::string &path, const std::error_code &why)
{
    const bool isDenied = why == std::errc::permission_denied;
    return {isDenied ? Error::Code::Denied : Error::Code::Io,
            "The folder can't be read, so nobody knows which specs it holds: " + why.message() +
                ". Change its rights, or move it out of the workspace.",
            path};
}

std::string_view withoutLeading(std::string_view line, std::string_view characters)
{
    return line.substr(std::min(line.find_first_not_of(characters), line.size()));
}

/// Avro's own readers take comments in the JSON of a schema.
yaml::DocumentPtr documentOf(const std::string &path, const Text &text,
                             const yaml::DocumentPtr &before)
{
    if (path.ends_with(".avsc"))
        if (auto blank = withBlankComments(text->bytes()); blank && nlohmann::json::accept(*blank))
            return yaml::Document::parse(makeText(std::move(*blank)));
    return yaml::Document::parseAfter(before, text);
}

} // namespace

bool looksLikeSpec(std::string_view text)
{
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    constexpr std::string_view key = "asyncapi";
    text = text.substr(0, sniffedBytes);
    if (text.starts_with(mark))
        text.remove_prefix(mark.size());
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const bool isIndented = line.starts_with(' ');
        const auto rest = withoutLeading(line, " \t{\"'");
        const bool isQuoted = line.find('"') != std::string_view::npos;
        if (rest.starts_with(key) && (!isIndented || isQuoted) &&
            withoutLeading(rest.substr(key.size()), " \t\"'").starts_with(':'))
            return true;
    }
    return false;
}

WorkspaceFile fileFromText(const std::string &path, Text text, Encoding encoding,
                           const yaml::DocumentPtr &before)
{
    WorkspaceFile file;
    file.path = path;
    file.encoding = encoding;
    if (isDocumentName(path)) {
        file.document = documentOf(path, text, before);
        file.isSpec = asyncapi::isAsyncApi(*file.document) ||
                      (!file.document->isComplete() && looksLikeSpec(text->bytes()));
    }
    file.text = std::move(text);
    return file;
}

WorkspaceFile fileFromDisk(const std::filesystem::path &root, const std::string &path)
{
    const auto full = root / path;
    auto read = readTextFile(full);
    if (read)
        return fileFromText(path, std::move(read->text), read->encoding);
    std::error_code error;
    if (std::filesystem::is_directory(full, error))
        if (const std::filesystem::directory_iterator each(full, error); error)
            return faultyFile(path, unreadableFolder(path, error), {});
    const bool isFile = std::filesystem::is_regular_file(full, error);
    return faultyFile(path, std::move(read.error()), isFile ? rawStart(full) : std::string());
}

WorkspaceFile fileFromBytes(const std::string &path, const Result<std::string> &bytes)
{
    auto read = bytes ? decoded(*bytes, path) : tl::unexpected(bytes.error());
    if (read)
        return fileFromText(path, std::move(read->text), read->encoding);
    return faultyFile(path, std::move(read.error()), bytes ? *bytes : std::string());
}

void inParallel(std::size_t count, const std::function<void(std::size_t)> &work)
{
    constexpr std::size_t fewest = 8; // below this a thread costs more than it brings
    constexpr std::size_t mostThreads = 8;
    std::atomic<std::size_t> next{0};
    const auto run = [&] {
        for (auto i = next++; i < count; i = next++)
            work(i);
    };
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::jthread> threads;
    if (count >= fewest)
        for (std::size_t i = 1; i < std::min(cores, mostThreads); ++i)
            threads.emplace_back(run);
    run();
}

} // namespace meshwright
