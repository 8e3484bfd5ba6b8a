// SPDX-License-Identifier: Apache-2.0
#include "meshwright/text/textedit.h"

#include <optional>
#include <utility>

namespace meshwright {

namespace {

std::optional<Error> faultOf(const SourceText &text, const std::vector<TextEdit> &edits)
{
    std::size_t last = 0;
    for (const auto &edit : edits) {
        const auto [begin, end] = edit.range;
        if (begin > end || end > text.bytes().size())
            return Error{Error::Code::Invalid,
                         "An edit reaches beyond the end of the text; compute it again from the "
                         "text as it is now.",
                         "byte " + std::to_string(begin)};
        if (begin < last)
            return Error{Error::Code::Invalid,
                         "Two edits overlap or are out of order; sort them and keep them apart.",
                         "byte " + std::to_string(begin)};
        last = end;
    }
    return std::nullopt;
}

} // namespace

Result<Text> applyEdits(const SourceText &text, const std::vector<TextEdit> &edits)
{
    if (auto fault = faultOf(text, edits))
        return tl::unexpected(std::move(*fault));
    auto size = text.bytes().size();
    for (const auto &edit : edits)
        size += edit.replacement.size();
    std::string bytes;
    bytes.reserve(size);
    std::size_t last = 0;
    for (const auto &edit : edits) {
        bytes.append(text.bytes(), last, edit.range.begin - last);
        bytes += edit.replacement;
        last = edit.range.end;
    }
    bytes.append(text.bytes(), last);
    return makeText(std::move(bytes));
}

Result<std::vector<TextEdit>> inverseEdits(const SourceText &text,
                                           const std::vector<TextEdit> &edits)
{
    if (auto fault = faultOf(text, edits))
        return tl::unexpected(std::move(*fault));
    std::vector<TextEdit> inverse;
    inverse.reserve(edits.size());
    std::size_t added = 0;
    std::size_t removed = 0;
    for (const auto &edit : edits) {
        const auto begin = edit.range.begin + added - removed;
        inverse.push_back(
            {{begin, begin + edit.replacement.size()}, std::string(text.slice(edit.range))});
        added += edit.replacement.size();
        removed += edit.range.size();
    }
    return inverse;
}

namespace {

/// Why a file can't be changed, created or removed as the edit asks for.
std::optional<Error> fileFault(const WorkspaceEdit &edit, const std::string &file, bool isThere)
{
    const auto uses = edit.files.count(file) + edit.created.count(file) + edit.removed.count(file);
    if (uses > 1)
        return Error{Error::Code::Conflict,
                     "The edit names " + file + " twice; a file is changed, created or removed.",
                     file};
    if (edit.created.contains(file) == isThere)
        return isThere
                   ? Error{Error::Code::Conflict,
                           "There is a file " + file +
                               " already, and it stays as it is: choose another name.",
                           file}
                   : Error{Error::Code::NotFound,
                           "There is no text of " + file + " to edit; reopen the folder.", file};
    return std::nullopt;
}

} // namespace

Result<AppliedEdit> applyEdit(const ReadContent &read, const WorkspaceEdit &edit)
{
    AppliedEdit applied;
    for (const auto &[file, edits] : edit.files) {
        const auto before = read(file);
        if (auto fault = fileFault(edit, file, before.has_value()))
            return tl::unexpected(std::move(*fault));
        auto after = applyEdits(*before->text, edits);
        if (!after)
            return tl::unexpected(after.error());
        applied.texts[file] = {std::move(*after), before->encoding};
        applied.inverse.files[file] = *inverseEdits(*before->text, edits);
    }
    for (const auto &[file, content] : edit.created) {
        if (auto fault = fileFault(edit, file, read(file).has_value()))
            return tl::unexpected(std::move(*fault));
        applied.texts[file] = {makeText(content.bytes), content.encoding};
        applied.inverse.removed.insert(file);
    }
    for (const auto &file : edit.removed) {
        const auto before = read(file);
        if (auto fault = fileFault(edit, file, before.has_value()))
            return tl::unexpected(std::move(*fault));
        applied.removed.insert(file);
        applied.inverse.created[file] = {before->text->bytes(), before->encoding};
    }
    return applied;
}

} // namespace meshwright
