// SPDX-License-Identifier: Apache-2.0
#include "modelling/draft.h"

#include <algorithm>

namespace meshwright::modelling {

const asyncapi::Channel *channelOf(const asyncapi::Spec &spec, const std::string &key)
{
    const auto found = std::find_if(spec.channels.begin(), spec.channels.end(),
                                    [&](const auto &each) { return each.key == key; });
    return found == spec.channels.end() ? nullptr : &*found;
}

yaml::DocumentPtr Draft::document(const std::string &file) const
{
    if (m_removed.contains(file))
        return nullptr;
    const auto changed = m_changed.find(file);
    return changed == m_changed.end() ? m_workspace->document(file) : changed->second.document;
}

bool Draft::exists(const std::string &file) const
{
    return !m_removed.contains(file) && m_workspace->exists(file);
}

Text Draft::text(const std::string &file) const
{
    if (m_removed.contains(file))
        return nullptr;
    const auto changed = m_changed.find(file);
    return changed == m_changed.end() ? m_workspace->text(file) : changed->second.document->text();
}

Result<void> Draft::apply(const std::string &file, const Result<TextEdit> &edit)
{
    if (!edit) {
        Error error = edit.error();
        error.where = error.where.empty() ? file : file + ", " + error.where;
        return tl::unexpected(std::move(error));
    }
    const Text before = text(file);
    if (!before)
        return tl::unexpected(Error{Error::Code::NotFound,
                                    "There is no text of " + file + " to edit; reopen the folder.",
                                    file});
    auto after = applyEdits(*before, {*edit});
    if (!after)
        return tl::unexpected(after.error());
    const auto [changed, isFirst] = m_changed.try_emplace(file);
    if (isFirst)
        changed->second.pieces = {{true, {0, before->bytes().size()}, {}}};
    else
        m_earlier.push_back(changed->second.document);
    replace(changed->second.pieces, *edit);
    changed->second.document = yaml::Document::parse(std::move(*after));
    return {};
}

std::shared_ptr<const asyncapi::Spec> Draft::spec(const std::string &file) const
{
    const auto now = document(file);
    return now ? asyncapi::readSpec(*this, file, now) : nullptr;
}

Result<void> Draft::applyAll(const std::string &file, std::vector<TextEdit> edits)
{
    std::sort(edits.begin(), edits.end(),
              [](const TextEdit &a, const TextEdit &b) { return b.range < a.range; });
    edits.erase(std::unique(edits.begin(), edits.end()), edits.end());
    for (const auto &edit : edits)
        if (auto done = apply(file, edit); !done)
            return done;
    return {};
}

void Draft::remove(const std::string &file)
{
    m_removed.insert(file);
}

/// Cuts the pieces at both ends of the range, and puts what is written between them.
void Draft::replace(std::vector<Piece> &pieces, const TextEdit &edit)
{
    std::vector<Piece> front;
    std::vector<Piece> back;
    std::size_t begin = 0;
    for (const auto &piece : pieces) {
        const auto size = piece.size();
        const auto cut = [&](std::size_t from, std::size_t to) {
            return piece.isKept ? Piece{true, {piece.kept.begin + from, piece.kept.begin + to}, {}}
                                : Piece{false, {}, piece.written.substr(from, to - from)};
        };
        const auto frontEnd = std::clamp(edit.range.begin, begin, begin + size) - begin;
        const auto backBegin = std::clamp(edit.range.end, begin, begin + size) - begin;
        if (frontEnd > 0)
            front.push_back(cut(0, frontEnd));
        if (backBegin < size)
            back.push_back(cut(backBegin, size));
        begin += size;
    }
    front.push_back({false, {}, edit.replacement});
    front.insert(front.end(), back.begin(), back.end());
    pieces = std::move(front);
}

std::vector<TextEdit> Draft::editsOf(const std::vector<Piece> &pieces, const SourceText &before)
{
    std::vector<TextEdit> edits;
    TextEdit open;
    const auto close = [&](std::size_t end) {
        open.range.end = end;
        if (before.slice(open.range) != open.replacement)
            edits.push_back(open);
    };
    for (const auto &piece : pieces) {
        if (!piece.isKept) {
            open.replacement += piece.written;
            continue;
        }
        close(piece.kept.begin);
        open = {{piece.kept.end, piece.kept.end}, {}};
    }
    close(before.bytes().size());
    return edits;
}

WorkspaceEdit Draft::edit() const
{
    WorkspaceEdit edit;
    edit.removed = m_removed;
    for (const auto &[file, changed] : m_changed) {
        if (m_removed.contains(file))
            continue;
        auto edits = editsOf(changed.pieces, *m_workspace->text(file));
        if (!edits.empty())
            edit.files[file] = std::move(edits);
    }
    return edit;
}

} // namespace meshwright::modelling
