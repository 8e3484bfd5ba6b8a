// SPDX-License-Identifier: Apache-2.0
#include "yaml/fragment.h"

#include "yaml/place.h"
#include "yaml/scalars.h"

#include <algorithm>

namespace meshwright::yaml {

namespace {

std::vector<std::string> splitLines(std::string_view text)
{
    std::vector<std::string> lines;
    const SourceText source{std::string(text)};
    for (std::uint32_t line = 1; line <= source.lineCount(); ++line)
        lines.emplace_back(source.slice(source.lineRange(line)));
    while (!lines.empty() && lines.back().find_first_not_of(" \t") == std::string::npos)
        lines.pop_back();
    return lines;
}

std::size_t indentOf(const std::string &line)
{
    return std::min(line.find_first_not_of(' '), line.size());
}

void addLine(std::string &text, const std::string &line, std::size_t indent, std::string_view eol)
{
    text += eol;
    if (!line.empty())
        text += std::string(indent, ' ') + line;
}

Fragment::Form formOf(const Document &document)
{
    const auto *root = document.root();
    if (!root)
        return Fragment::Form::Inline;
    if (root->style == Style::Literal || root->style == Style::Folded)
        return Fragment::Form::BlockScalar;
    if (root->style != Style::Block)
        return Fragment::Form::Inline;
    return document.text()->position(root->range.begin).line == 1 ? Fragment::Form::Block
                                                                  : Fragment::Form::Headed;
}

} // namespace

Result<Fragment> parseFragment(std::string_view value)
{
    Fragment fragment;
    fragment.document = Document::parse(makeText(std::string(value)));
    for (const auto &problem : fragment.document->problems()) {
        if (problem.id != "unknown-alias") // its anchor may stand where the value goes
            return tl::unexpected(
                Error{Error::Code::Invalid,
                      "The value cannot be written into the document: " + problem.message,
                      {}});
    }
    fragment.lines = splitLines(value);
    fragment.form = formOf(*fragment.document);
    if (const auto *root = fragment.document->root()) {
        const auto &leaf = lastLeaf(*root);
        fragment.needsBreak = (leaf.style == Style::Literal || leaf.style == Style::Folded) &&
                              leaf.value.ends_with('\n');
    }
    return fragment;
}

std::string render(const Fragment &fragment, const Target &target)
{
    const auto &lines = fragment.lines;
    if (lines.empty())
        return target.comment;
    const auto inner = target.indent + (target.isItem ? 2 : target.step);
    auto rest = inner;
    if (fragment.form == Fragment::Form::BlockScalar) {
        auto least = std::string::npos;
        for (auto line = lines.begin() + 1; line != lines.end(); ++line) {
            if (!line->empty())
                least = std::min(least, indentOf(*line));
        }
        if (least != 0)
            rest = target.indent;
    }
    std::string text;
    const bool startsBelow =
        fragment.form == Fragment::Form::Block && (!target.isItem || !target.comment.empty());
    if (startsBelow)
        text = target.comment;
    else
        text = " " + lines.front();
    const bool hasHeader =
        fragment.form == Fragment::Form::BlockScalar || fragment.form == Fragment::Form::Headed;
    if (hasHeader)
        text += target.comment;
    for (std::size_t i = startsBelow ? 0 : 1; i < lines.size(); ++i)
        addLine(text, lines[i], rest, target.eol);
    if (fragment.form == Fragment::Form::Inline)
        text += target.comment;
    return text;
}

std::string flowText(const Node &node, bool isJson)
{
    const bool isTyped = !node.isString();
    switch (node.kind) {
    case Kind::Alias:
        return "*" + node.text();
    case Kind::Scalar:
        if (node.isNull() && node.style == Style::Plain)
            return "null";
        if (node.style == Style::Plain && isTyped)
            return node.text();
        return scalarLine(node.value, isJson ? Style::DoubleQuoted : node.style, true);
    case Kind::Mapping:
    case Kind::Sequence:
        break;
    }
    std::string text;
    for (const auto &entry : node.entries) {
        const auto key = isJson ? doubleQuoted(entry.key->value) : flowText(*entry.key, false);
        text += (text.empty() ? "" : ", ") + key + ": " + flowText(*entry.value, isJson);
    }
    for (const auto *item : node.items)
        text += (text.empty() ? "" : ", ") + flowText(*item, isJson);
    return node.kind == Kind::Mapping ? "{" + text + "}" : "[" + text + "]";
}

namespace {

Fragment prefixed(const std::string &prefix, const Fragment &value, const Target &target)
{
    Fragment fragment;
    fragment.form = Fragment::Form::Block;
    fragment.needsBreak = value.needsBreak;
    fragment.lines = splitLines(prefix + render(value, target));
    return fragment;
}

} // namespace

Fragment entryFragment(const std::string &key, const Fragment &value, std::size_t step)
{
    return prefixed(key + ":", value, {0, step, "\n", {}, false});
}

Fragment itemFragment(const Fragment &value, std::size_t step)
{
    return prefixed("-", value, {0, step, "\n", {}, true});
}

} // namespace meshwright::yaml
