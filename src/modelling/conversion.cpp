// SPDX-License-Identifier: Apache-2.0
#include "modelling/conversion.h"

#include "asyncapi/referencetext.h"

#include <algorithm>

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
    return asyncapi::pathFrom(to, *target, true) + fragment;
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

Part reference(const Converting &converting, const Path &path)
{
    return {"$ref", Piece::textOf(asyncapi::pointerTo(path), converting.quotes)};
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
    const auto target = asyncapi::referenceTarget(fromFile, reference);
    if (!target || target->file != converting.file)
        return std::nullopt;
    const Path &keys = target->keys;
    for (auto length = keys.size(); length > 0; --length) {
        const auto end = keys.begin() + static_cast<std::ptrdiff_t>(length);
        const auto found = converting.moves.find(Path(keys.begin(), end));
        if (found == converting.moves.end())
            continue;
        Path moved = found->second;
        moved.insert(moved.end(), end, keys.end());
        if (moved == keys)
            return std::nullopt;
        return std::string(reference.substr(0, reference.find('#'))) + asyncapi::pointerTo(moved);
    }
    return std::nullopt;
}

} // namespace meshwright::modelling
