// SPDX-License-Identifier: Apache-2.0
#include "keptfile.h"

#include <algorithm>

namespace meshwright::graph {

TextEdit difference(const std::string &before, const std::string &after)
{
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t begin = 0;
    while (begin < shorter && before[begin] == after[begin])
        ++begin;
    std::size_t end = 0;
    while (end < shorter - begin &&
           before[before.size() - 1 - end] == after[after.size() - 1 - end])
        ++end;
    return {{begin, before.size() - end}, after.substr(begin, after.size() - end - begin)};
}

Result<WorkspaceEdit> editOf(const std::string &file, Result<TextEdit> edit)
{
    if (!edit)
        return tl::unexpected(std::move(edit.error()));
    WorkspaceEdit whole;
    whole.files[file].push_back(std::move(*edit));
    return whole;
}

WorkspaceEdit creationOf(const std::string &file, std::string text)
{
    WorkspaceEdit whole;
    whole.created[file] = FileContent{std::move(text), Encoding::Utf8};
    return whole;
}

bool isSound(const yaml::DocumentPtr &document)
{
    return document && document->isComplete();
}

Error unreadable(const std::string &file)
{
    return {Error::Code::Invalid,
            file + " has a fault, so nothing is written into it: mend it first.", file};
}

std::string lineEndOf(const std::string &bytes)
{
    return bytes.find("\r\n") == std::string::npos ? "\n" : "\r\n";
}

} // namespace meshwright::graph
