// SPDX-License-Identifier: Apache-2.0
#include "workspace/folderscan.h"

#include "meshwright/workspace/workspace.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>
#include <utility>

namespace meshwright {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t mostEntries = 200'000;
constexpr int deepestFolder = 32;

template <std::size_t size>
bool isOneOf(const std::array<std::string_view, size> &words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string extensionOf(const std::string &path)
{
    const auto name = path.substr(path.rfind('/') + 1);
    const auto dot = name.rfind('.');
    auto extension = dot == std::string::npos ? std::string() : name.substr(dot + 1);
    std::transform(extension.begin(), extension.end(), extension.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return extension;
}

bool isSchemaName(const std::string &path)
{
    constexpr std::array<std::string_view, 6> extensions{"proto", "avdl", "xsd",
                                                         "xml",   "raml", "graphql"};
    return isOneOf(extensions, extensionOf(path));
}

bool isSkippedFolder(const std::string &name)
{
    constexpr std::array<std::string_view, 6> names{"node_modules", "build", "target",
                                                    "out",          "dist",  "__pycache__"};
    return name.starts_with('.') || name.starts_with("cmake-build-") || isOneOf(names, name);
}

bool leadsInside(const fs::path &root, const fs::path &link)
{
    std::error_code error;
    const auto target = fs::canonical(link, error);
    if (error)
        return false;
    const auto relative = target.lexically_relative(root);
    return !relative.empty() && *relative.begin() != "..";
}

Error scanError(const fs::path &path, const std::error_code &code)
{
    const auto where = path.string();
    if (code == std::errc::no_such_file_or_directory)
        return {Error::Code::NotFound, "There is no folder " + where + ". Check the path.", where};
    if (code == std::errc::permission_denied)
        return {Error::Code::Denied,
                "You may not read the folder " + where + ". Change its rights, or open another.",
                where};
    if (code == std::errc::not_a_directory)
        return {Error::Code::Invalid, where + " is not a folder. Open a folder of specs.", where};
    return {Error::Code::Io, "Cannot read the folder " + where + ": " + code.message() + ".",
            where};
}

class Scan
{
public:
    Scan(const fs::path &root, ScanLimit limit)
        : m_root(root)
        , m_limit(limit)
    {}

    Result<std::vector<std::string>> run()
    {
        std::error_code error;
        m_root = fs::canonical(m_root, error);
        if (error)
            return tl::unexpected(scanError(m_root, error));
        if (const auto fault = readFolder(m_root, {}, 0))
            return tl::unexpected(scanError(m_root, fault));
        if (m_isTooLarge && m_limit == ScanLimit::Refuse)
            return tl::unexpected(
                Error{Error::Code::Invalid,
                      "The folder " + m_root.string() +
                          " holds more than a workspace can: open the folder that has the specs.",
                      m_root.string()});
        std::sort(m_files.begin(), m_files.end());
        return std::move(m_files);
    }

private:
    std::error_code readFolder(const fs::path &folder, const std::string &prefix, int depth)
    {
        std::error_code error;
        fs::directory_iterator each(folder, error);
        for (; !error && each != fs::directory_iterator(); each.increment(error)) {
            if (++m_entries > mostEntries || m_files.size() >= mostWorkspaceFiles)
                m_isTooLarge = true;
            if (m_isTooLarge)
                return {};
            readEntry(*each, prefix + each->path().filename().string(), depth);
        }
        return error;
    }

    void readEntry(const fs::directory_entry &entry, const std::string &path, int depth)
    {
        std::error_code error;
        const bool isLink = entry.is_symlink(error);
        if (entry.is_directory(error)) {
            const bool isRead =
                !isLink && depth < deepestFolder && !isSkippedFolder(entry.path().filename());
            const auto fault = isRead ? readFolder(entry.path(), path + '/', depth + 1) : error;
            if (fault && fault != std::errc::no_such_file_or_directory)
                m_files.push_back(path); // as a file that can't be read: nobody knows what it holds
            return;
        }
        if (!isWorkspaceFile(path))
            return;
        if (entry.is_regular_file(error) && (!isLink || leadsInside(m_root, entry.path())))
            m_files.push_back(path);
    }

    fs::path m_root;
    ScanLimit m_limit;
    std::vector<std::string> m_files;
    std::size_t m_entries = 0;
    bool m_isTooLarge = false;
};

} // namespace

bool isWorkspaceFile(const std::string &path)
{
    int depth = 0;
    std::string_view rest = path;
    for (auto slash = rest.find('/'); slash != std::string_view::npos; slash = rest.find('/')) {
        if (++depth > deepestFolder || isSkippedFolder(std::string(rest.substr(0, slash))))
            return false;
        rest.remove_prefix(slash + 1);
    }
    return isDocumentName(path) || isSchemaName(path);
}

bool isDocumentName(const std::string &path)
{
    constexpr std::array<std::string_view, 4> extensions{"yaml", "yml", "json", "avsc"};
    return isOneOf(extensions, extensionOf(path));
}

Result<std::vector<std::string>> scanFolder(const fs::path &root, ScanLimit limit)
{
    return Scan(root, limit).run();
}

} // namespace meshwright
