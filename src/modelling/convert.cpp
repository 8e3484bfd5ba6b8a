// SPDX-License-Identifier: Apache-2.0
#include "meshwright/modelling/convert.h"

#include "meshwright/yaml/edit.h"
#include "modelling/conversion.h"

#include <algorithm>
#include <array>
#include <set>

namespace meshwright::modelling {

namespace {

using yaml::Node;

tl::unexpected<Error> refused(Error::Code code, std::string message, const std::string &file)
{
    return tl::unexpected(Error{code, std::move(message), file});
}

Result<yaml::Draft> draftOf(const Workspace &workspace, const std::string &file,
                            std::string_view version)
{
    constexpr std::array<std::string_view, 2> targets{"3.0.0", "3.1.0"};
    if (std::find(targets.begin(), targets.end(), version) == targets.end())
        return refused(Error::Code::Conflict,
                       "There is no conversion to AsyncAPI " + std::string(version) +
                           ": 3.0.0 and 3.1.0 are what a spec of AsyncAPI 2 can become.",
                       file);
    const WorkspaceFile *found = workspace.file(file);
    if (!found || !found->isSpec)
        return refused(Error::Code::NotFound, "There is no AsyncAPI spec in this file.", file);
    if (!found->document || !found->document->isComplete() || !found->spec)
        return refused(Error::Code::Invalid,
                       "The text can't be read to its end, so it is not converted: mend the error "
                       "that the check names first.",
                       file);
    if (found->spec->major != 2 || !asyncapi::versionOfLine(found->spec->version.value))
        return refused(Error::Code::Conflict,
                       "The spec is of AsyncAPI " + found->spec->version.value +
                           "; only one of AsyncAPI 2.0 to 2.6 can be converted.",
                       file);
    auto draft = yaml::Draft::of(found->document);
    if (!draft)
        return refused(Error::Code::Invalid, "The document is no mapping.", file);
    return std::move(*draft);
}

/// The quotes of the first `$ref`, which new ones follow.
std::optional<yaml::Style> quotesOf(const Node &node)
{
    for (const yaml::Entry &entry : node.entries) {
        const bool isQuoted = entry.value->style == yaml::Style::SingleQuoted ||
                              entry.value->style == yaml::Style::DoubleQuoted;
        if (entry.key->isScalar() && entry.key->value == "$ref" && isQuoted)
            return entry.value->style;
        if (const auto found = quotesOf(*entry.value))
            return found;
    }
    for (const Node *item : node.items)
        if (const auto found = quotesOf(*item))
            return found;
    return std::nullopt;
}

void moveToInfo(Converting &converting)
{
    Piece &root = converting.draft.root;
    Part *info = root.find("info");
    if (!info || !info->value.openMerged())
        return;
    for (const char *key : {"tags", "externalDocs"}) {
        if (!root.find(key) || root.find("info")->value.find(key))
            continue;
        Part part = *root.take(key);
        while (!part.above.empty() && part.above.front().empty())
            part.above.erase(part.above.begin());
        root.find("info")->value.parts.push_back(std::move(part));
        converting.moves[{key}] = {"info", key};
    }
}

void convertComponents(Converting &converting)
{
    if (Piece *schemes = converting.components("securitySchemes"))
        convertEach(converting, *schemes, schemeNeedsIt, convertScheme);
    if (Piece *servers = converting.components("servers"))
        convertEach(converting, *servers, serverNeedsIt, convertServer);
    if (Piece *parameters = converting.components("parameters"))
        convertEach(converting, *parameters, parameterNeedsIt, convertParameter);
    if (Piece *messages = converting.components("messages")) {
        for (Part &message : messages->parts)
            dropIdThatIsKey(message);
        convertEach(converting, *messages, messageNeedsIt, convertMessage);
    }
    if (Piece *traits = converting.components("messageTraits"))
        convertEach(converting, *traits, messageTraitNeedsIt, convertMessageTrait);
    if (Piece *traits = converting.components("operationTraits"))
        convertEach(converting, *traits, operationTraitNeedsIt, convertOperationTrait);
}

/// Edits that bring a document's references to what they mean now.
void collectReferences(const Converting &converting, const std::string &file,
                       const yaml::Document &document, const Node &node,
                       std::vector<TextEdit> &edits)
{
    for (const yaml::Entry &entry : node.entries) {
        const bool isReference = entry.key->isScalar() && entry.key->value == "$ref" &&
                                 entry.value->kind == yaml::Kind::Scalar;
        if (!isReference) {
            collectReferences(converting, file, document, *entry.value, edits);
            continue;
        }
        const auto moved = movedReference(converting, file, entry.value->value);
        if (!moved)
            continue;
        if (auto edit = yaml::replaceScalar(document, *entry.value, *moved))
            edits.push_back(std::move(*edit));
    }
    for (const Node *item : node.items)
        collectReferences(converting, file, document, *item, edits);
}

std::vector<TextEdit> referenceEdits(const Converting &converting, const std::string &file,
                                     const yaml::Document &document)
{
    std::vector<TextEdit> edits;
    if (document.root())
        collectReferences(converting, file, document, *document.root(), edits);
    return edits;
}

/// One edit for all between the equal lines at the beginning and those at the end.
std::vector<TextEdit> editFor(std::string_view before, std::string_view after)
{
    if (before == after)
        return {};
    const auto isBoundary = [&](std::size_t at) { return at == 0 || before[at - 1] == '\n'; };
    const auto shorter = std::min(before.size(), after.size());
    std::size_t begin = 0;
    while (begin < shorter && before[begin] == after[begin])
        ++begin;
    while (!isBoundary(begin))
        --begin;
    std::size_t behind = 0;
    while (behind < shorter - begin &&
           before[before.size() - behind - 1] == after[after.size() - behind - 1])
        ++behind;
    while (behind > 0 && !isBoundary(before.size() - behind))
        --behind;
    return {{{begin, before.size() - behind},
             std::string(after.substr(begin, after.size() - behind - begin))}};
}

Result<std::string> settledText(Converting &converting)
{
    settleAliases(converting);
    const auto text = makeText(converting.draft.write());
    const auto written = yaml::Document::parse(text);
    if (!written->isComplete() || !written->root())
        return refused(Error::Code::Invalid,
                       "The converted text would not be readable, so nothing is changed: write "
                       "unusual places of this document (keys with '?', brackets over several "
                       "lines) in the common form first.",
                       converting.file);
    const auto edited = applyEdits(*text, referenceEdits(converting, converting.file, *written));
    if (!edited)
        return tl::unexpected(edited.error());
    return (*edited)->bytes();
}

/// A finding, whatever names it tells; those of structure tell no names that change.
std::string sameFinding(const Diagnostic &found)
{
    return found.rule == "asyncapi/structure" ? found.message : found.rule;
}

/// What the newer version's rules find that the older one's did not: they look into bindings and
/// payloads where those of AsyncAPI 2 do not.
void noteNewErrors(const Workspace &workspace, const std::string &file, Conversion &conversion)
{
    std::multiset<std::string> before;
    const WorkspaceFile &old = *workspace.file(file);
    for (const Diagnostic &found : workspace.conformance(old))
        before.insert(sameFinding(found));
    const auto after = workspace.withText(file, makeText(conversion.text));
    const WorkspaceFile &converted = *after->file(file);
    for (const Diagnostic &found : after->conformance(converted)) {
        const auto known = before.find(sameFinding(found));
        if (known != before.end()) {
            before.erase(known);
            continue;
        }
        if (found.severity != Severity::Error)
            continue;
        std::string where = found.file;
        if (const Text text = after->text(found.file))
            where += ":" + std::to_string(text->position(found.range.begin).line);
        conversion.notes.push_back({"AsyncAPI 3 finds a fault in the new text that AsyncAPI 2 did "
                                    "not look for (" +
                                        where + "): " + found.message,
                                    {}});
    }
}

} // namespace

Result<Conversion> convertToAsyncApi3(const Workspace &workspace, const std::string &file,
                                      std::string_view version)
{
    auto draft = draftOf(workspace, file, version);
    if (!draft)
        return tl::unexpected(draft.error());
    Converting converting(workspace, file, std::move(*draft));
    const Node &root = *converting.draft.document->root();
    converting.quotes = quotesOf(root).value_or(converting.quotes);
    converting.draft.root.openMerged();
    converting.draft.root.find("asyncapi")->value.setText(std::string(version));
    moveToInfo(converting);
    if (Part *servers = converting.draft.root.find("servers"))
        convertEach(converting, servers->value, serverNeedsIt, convertServer);
    splitComponentMessages(converting);
    convertChannels(converting);
    convertComponents(converting);
    auto text = settledText(converting);
    if (!text)
        return tl::unexpected(text.error());
    Conversion conversion;
    conversion.text = std::move(*text);
    conversion.edit.files[file] =
        editFor(converting.draft.document->text()->bytes(), conversion.text);
    for (const auto &[path, other] : workspace.files()) {
        if (path == file || !other->document)
            continue;
        auto edits = referenceEdits(converting, path, *other->document);
        if (!edits.empty())
            conversion.edit.files[path] = std::move(edits);
    }
    conversion.notes = std::move(converting.notes);
    noteNewErrors(workspace, file, conversion);
    std::stable_sort(
        conversion.notes.begin(), conversion.notes.end(),
        [](const ConversionNote &a, const ConversionNote &b) { return a.range < b.range; });
    return conversion;
}

} // namespace meshwright::modelling
