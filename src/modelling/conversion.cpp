// SPDX-License-Identifier: Apache-2.0
#include "modelling/conversion.h"

#include "asyncapi/referencetext.h"

#include <algorithm>
#include <filesystem>

namespace meshwright::modelling {

namespace {

/// A reference of another file as this file writes it.
std::string rebased(const std::string &reference, const std::string &from, const std::string &to)
{
    if (!asyncapi::schemeOf(reference).empty() || from == to)
        return reference;
    const auto hash = std::min(reference.find('#'), reference.size());
    const auto path = reference.substr(0, hash);
    const auto fragment = reference.substr(hash);
    const auto target = path.empty() ? std::optional(from) : asyncapi::relativeTo(from, path);
    if (!target)
        return reference;
    if (*target == to)
        return fragment.empty() ? "#" : fragment;
    const auto folder = std::filesystem::path(to).parent_path();
    const auto relative = std::filesystem::path(*target).lexically_relative(
        folder.empty() ? std::filesystem::path(".") : folder);
    const auto text = relative.generic_string();
    return (text.starts_with("..") ? text : "./" + text) + fragment;
}

void rebaseAll(Piece &piece, const std::string &from, const std::string &to)
{
    for (Part &part : piece.parts) {
        const auto text = part.name == "$ref" ? textOf(part.value) : std::nullopt;
        if (text)
            part.value.setText(rebased(*text, from, to));
        else
            rebaseAll(part.value, from, to);
    }
}

} // namespace

void Converting::note(const Piece &where, std::string message)
{
    const bool isHere = where.node && where.document == draft.document.get();
    notes.push_back({std::move(message), isHere ? where.node->range : Range{}});
}

yaml::Spot Converting::spotOf(const Piece &piece)
{
    if (!piece.node)
        return {};
    const auto copied = files.find(piece.document);
    return resolver.spot(copied == files.end() ? file : copied->second, piece.node->resolved());
}

yaml::Spot Converting::follow(const Piece &piece)
{
    return resolver.follow(spotOf(piece));
}

Piece *Converting::components(std::string_view map)
{
    Part *all = draft.root.find("components");
    if (!all || !all->value.openMerged())
        return nullptr;
    Part *part = all->value.find(map);
    return part && part->value.openMerged() && !isReference(part->value) ? &part->value : nullptr;
}

std::optional<std::string> textOf(const Piece &piece)
{
    if (piece.form == Piece::Form::Text)
        return piece.text;
    if (piece.form != Piece::Form::Source)
        return std::nullopt;
    if (piece.replaced)
        return piece.replaced;
    const auto text = piece.node->scalarText();
    return text && !piece.node->resolved().isNull() ? std::optional(std::string(*text))
                                                    : std::nullopt;
}

const yaml::Node *child(const yaml::Node *node, std::string_view key)
{
    if (!node || !node->isMapping())
        return nullptr;
    const yaml::Node *found = node->resolved().find(key);
    return found ? &found->resolved() : nullptr;
}

bool isReference(const Piece &piece)
{
    if (piece.form == Piece::Form::Source)
        return asyncapi::referenceOf(piece.node->resolved()) != nullptr;
    return std::any_of(piece.parts.begin(), piece.parts.end(),
                       [](const Part &part) { return part.name == "$ref" && textOf(part.value); });
}

std::string pointer(const Path &path)
{
    std::string text = "#";
    for (const std::string &token : path) {
        text += '/';
        for (const char c : token) {
            const auto byte = static_cast<unsigned char>(c);
            if (c == '~') {
                text += "~0";
            } else if (c == '/') {
                text += "~1";
            } else if (byte > 0x20 && byte < 0x7F &&
                       std::string_view("%\"<>\\^`{|}#").find(c) == std::string_view::npos) {
                text += c;
            } else {
                constexpr std::string_view digits = "0123456789ABCDEF";
                text += '%';
                text += digits[byte >> 4U];
                text += digits[byte & 15U];
            }
        }
    }
    return text;
}

Part reference(const Converting &converting, const Path &path)
{
    return {"$ref", Piece::textOf(pointer(path), converting.quotes)};
}

Piece importedCopy(Converting &converting, const yaml::Spot &spot)
{
    const auto document = converting.workspace.document(*spot.file);
    if (document != converting.draft.document &&
        converting.files.emplace(document.get(), *spot.file).second)
        converting.documents.push_back(document);
    Piece copy = Piece::copyOf(*document, *spot.node);
    rebaseAll(copy, *spot.file, converting.file);
    return copy;
}

void convertWhereNeeded(Converting &converting, Piece &piece, Needs needs, Convert convert)
{
    if (!isReference(piece)) {
        const auto here = converting.spotOf(piece);
        if (here && needs(converting, here) && piece.openMerged())
            convert(converting, piece);
        return;
    }
    const auto target = converting.follow(piece);
    if (!target || *target.file == converting.file || !needs(converting, target))
        return;
    converting.note(piece, "What stands in " + *target.file +
                               " is written for AsyncAPI 2; it is written out here, and that file "
                               "stays as it is.");
    const auto kept = piece.comments();
    piece = importedCopy(converting, target);
    piece.below = kept;
    convert(converting, piece);
}

void convertEach(Converting &converting, Piece &map, Needs needs, Convert convert)
{
    if (!map.openMerged())
        return;
    for (Part &part : map.parts)
        if (!part.name.starts_with("x-"))
            convertWhereNeeded(converting, part.value, needs, convert);
}

std::optional<std::string> movedReference(const Converting &converting, const std::string &fromFile,
                                          std::string_view reference)
{
    const auto hash = reference.find('#');
    if (hash == std::string_view::npos || !asyncapi::schemeOf(reference).empty())
        return std::nullopt;
    const auto path = reference.substr(0, hash);
    const auto target =
        path.empty() ? std::optional(fromFile) : asyncapi::relativeTo(fromFile, path);
    const auto tokens = asyncapi::pointerKeys(reference.substr(hash + 1));
    if (!tokens || target != converting.file)
        return std::nullopt;
    for (auto length = tokens->size(); length > 0; --length) {
        const auto end = tokens->begin() + static_cast<std::ptrdiff_t>(length);
        const auto found = converting.moves.find(Path(tokens->begin(), end));
        if (found == converting.moves.end())
            continue;
        Path moved = found->second;
        moved.insert(moved.end(), end, tokens->end());
        if (moved == *tokens)
            return std::nullopt;
        return std::string(path) + pointer(moved);
    }
    return std::nullopt;
}

} // namespace meshwright::modelling
