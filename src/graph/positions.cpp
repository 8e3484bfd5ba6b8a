// SPDX-License-Identifier: Apache-2.0
#include "meshwright/graph/positions.h"

#include "keptfile.h"
#include "meshwright/yaml/edit.h"
#include "workspace/settingsreader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace meshwright::graph {

namespace {

using Places = std::map<std::string, Corner>;

constexpr std::array<std::pair<const char *, Places Positions::*>, 2> sections{
    {{"domains", &Positions::domains}, {"contexts", &Positions::contexts}}};

std::optional<int> coordinate(const yaml::Node &node)
{
    const std::string_view text = node.resolved().scalarText().value_or("");
    int value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isRead = fault == std::errc() && end == text.data() + text.size();
    return isRead && value >= -farthestPosition && value <= farthestPosition ? std::optional(value)
                                                                             : std::nullopt;
}

std::optional<Corner> cornerIn(const yaml::Node &node)
{
    const auto &items = node.resolved().items;
    if (!node.isSequence() || items.size() != 2)
        return std::nullopt;
    const auto x = coordinate(*items[0]);
    const auto y = coordinate(*items[1]);
    return x && y ? std::optional(Corner{*x, *y}) : std::nullopt;
}

void readPlaces(SettingsReader &reader, const yaml::Node &node, std::string_view section,
                Places &places)
{
    if (node.isNull())
        return;
    for (const yaml::Entry &entry : reader.entries(node, section)) {
        const std::string key = reader.key(entry);
        if (key.empty())
            continue; // that is told already
        if (const auto position = cornerIn(*entry.value))
            places[key] = *position;
        else
            reader.problem(*entry.value,
                           "'" + key +
                               "' must be a place in the graph: [across, down], two whole "
                               "numbers of pixels, up to 1000000.");
    }
}

std::string textOf(const Corner &position)
{
    return "[" + std::to_string(position.x) + ", " + std::to_string(position.y) + "]";
}

/// One entry a line, without indentation.
std::string linesOf(const Places &places, const std::string &lineEnd)
{
    std::string text;
    for (const auto &[name, position] : places)
        text += yaml::scalarFor(name) + ": " + textOf(position) + lineEnd;
    return text;
}

std::string indented(const std::string &lines)
{
    std::string text;
    for (std::size_t begin = 0; begin < lines.size();) {
        const std::size_t end = lines.find('\n', begin) + 1;
        text += "  " + lines.substr(begin, end - begin);
        begin = end;
    }
    return text;
}

/// A file, or its rest, that has no entries yet.
std::string begun(const Positions &positions, const std::string &lineEnd)
{
    std::string text = "version: 1" + lineEnd;
    for (const auto &[section, member] : sections)
        if (const Places &places = positions.*member; !places.empty())
            text += std::string(section) + ":" + lineEnd + indented(linesOf(places, lineEnd));
    return text;
}

/// The text while it is rewritten, one step after the other.
class Rewriting
{
public:
    explicit Rewriting(yaml::DocumentPtr document)
        : m_document(std::move(document))
    {}

    const yaml::DocumentPtr &whole() const { return m_document; }

    const yaml::Document &document() const { return *m_document; }

    const yaml::Node &root() const { return m_document->root()->resolved(); }

    const yaml::Node *section(std::string_view name) const { return root().find(name); }

    Result<void> apply(const std::vector<TextEdit> &edits)
    {
        if (edits.empty())
            return {};
        const auto text = applyEdits(*m_document->text(), edits);
        if (!text)
            return tl::unexpected(text.error());
        m_document = yaml::Document::parse(*text);
        if (!isSound(m_document) || !m_document->root())
            return tl::unexpected(unreadable(positionsFileName));
        return {};
    }

private:
    yaml::DocumentPtr m_document;
};

using Edits = Result<std::vector<TextEdit>>;

/// Whether the entry's place was read and is not kept any more. What could not be read is not what
/// was let go.
bool isLetGo(const yaml::Entry &entry, const Places &wanted)
{
    return cornerIn(*entry.value) &&
           !wanted.contains(std::string(entry.key->scalarText().value_or("")));
}

bool isInBraces(const yaml::Document &document, const yaml::Node &section)
{
    const std::string_view bytes = document.text()->bytes();
    return bytes.substr(section.range.begin, 1) == "{";
}

/// What moved gets its new numbers, what is not kept any more loses its line (in braces, later).
Edits movesAndRemovals(const yaml::Document &document, const yaml::Node &section,
                       const Places &wanted)
{
    const bool isAlongLines = !isInBraces(document, section);
    std::vector<TextEdit> edits;
    for (const yaml::Entry &entry : section.entries) {
        const auto place = wanted.find(std::string(entry.key->scalarText().value_or("")));
        if (isAlongLines && isLetGo(entry, wanted)) {
            auto removal = yaml::removeEntry(document, section, entry);
            if (!removal)
                return tl::unexpected(std::move(removal.error()));
            edits.push_back(std::move(*removal));
        } else if (place != wanted.end() && cornerIn(*entry.value) != place->second) {
            edits.push_back(TextEdit{entry.value->range, textOf(place->second)});
        }
    }
    return edits;
}

/// In braces two neighbours that go would share a comma.
Result<void> removeOneByOne(Rewriting &rewriting, const std::string &name, const Places &wanted)
{
    for (;;) {
        const yaml::Node *section = rewriting.section(name);
        if (!section || section->kind != yaml::Kind::Mapping ||
            !isInBraces(rewriting.document(), *section))
            return {};
        const auto &entries = section->entries;
        const auto gone =
            std::find_if(entries.begin(), entries.end(),
                         [&wanted](const yaml::Entry &entry) { return isLetGo(entry, wanted); });
        if (gone == entries.end())
            return {};
        const auto removal = yaml::removeEntry(rewriting.document(), *section, *gone);
        if (!removal)
            return tl::unexpected(removal.error());
        if (const auto done = rewriting.apply({*removal}); !done)
            return done;
    }
}

/// Each new line behind the last that comes before it by name.
Edits additions(const yaml::Document &document, const yaml::Node &section, const Places &wanted)
{
    std::vector<TextEdit> edits;
    for (const auto &[name, position] : wanted) {
        if (section.find(name))
            continue;
        const yaml::Entry *after = nullptr;
        for (const yaml::Entry &entry : section.entries)
            if (entry.key->scalarText() < name)
                after = &entry;
        auto added = yaml::insertEntry(document, section, name, textOf(position), after);
        if (!added)
            return tl::unexpected(std::move(added.error()));
        if (!edits.empty() && edits.back().range == added->range)
            edits.back().replacement += added->replacement;
        else
            edits.push_back(std::move(*added));
    }
    return edits;
}

/// Whether nothing is lost with the section but places.
bool isAllReadable(const yaml::Node &section)
{
    return section.isNull() ||
           (section.isMapping() &&
            std::all_of(section.resolved().entries.begin(), section.resolved().entries.end(),
                        [](const yaml::Entry &entry) { return cornerIn(*entry.value); }));
}

Result<void> rewriteSection(Rewriting &rewriting, const std::string &name, const Places &wanted)
{
    const auto step = [&rewriting](const Edits &edits) -> Result<void> {
        return edits ? rewriting.apply(*edits) : tl::unexpected(edits.error());
    };
    const auto one = [&rewriting](Result<TextEdit> edit) -> Result<void> {
        return edit ? rewriting.apply({*edit}) : tl::unexpected(edit.error());
    };
    const yaml::Node *section = rewriting.section(name);
    const bool isThere = section && !section->isNull();
    if (wanted.empty() && (!section || isAllReadable(*section)))
        return section ? one(yaml::removeEntry(rewriting.document(), rewriting.root(),
                                               *rewriting.root().findEntry(name)))
                       : Result<void>();
    if (!isThere)
        return one(
            yaml::setEntry(rewriting.document(), rewriting.root(), name, linesOf(wanted, "\n")));
    if (section->kind != yaml::Kind::Mapping || section->merges)
        return tl::unexpected(Error{Error::Code::Invalid,
                                    "'" + name + "' in " + positionsFileName +
                                        " is an alias, has a merge key or is no mapping: change "
                                        "it there.",
                                    positionsFileName});
    if (const auto done = step(movesAndRemovals(rewriting.document(), *section, wanted)); !done)
        return done;
    if (const auto done = removeOneByOne(rewriting, name, wanted); !done)
        return done;
    section = rewriting.section(name);
    if (!section || section->kind != yaml::Kind::Mapping) // all its lines are gone
        return one(
            yaml::setEntry(rewriting.document(), rewriting.root(), name, linesOf(wanted, "\n")));
    return step(additions(rewriting.document(), *section, wanted));
}

} // namespace

Positions readPositions(const yaml::DocumentPtr &document, std::vector<SettingsProblem> &problems)
{
    Positions positions;
    if (!document || !document->root() || document->root()->isNull())
        return positions;
    SettingsReader reader(problems);
    for (const yaml::Entry &entry :
         reader.entries(*document->root(), positionsFileName, {"version", "domains", "contexts"})) {
        const std::string key = reader.key(entry);
        for (const auto &[section, member] : sections)
            if (key == section)
                readPlaces(reader, *entry.value, section, positions.*member);
    }
    return positions;
}

Result<WorkspaceEdit> savePositions(const Workspace &workspace, const Positions &positions)
{
    if (!workspace.exists(positionsFileName))
        return positions.isEmpty() ? WorkspaceEdit()
                                   : creationOf(positionsFileName, begun(positions, "\n"));
    const auto document = workspace.document(positionsFileName);
    if (!isSound(document))
        return tl::unexpected(unreadable(positionsFileName));
    const std::string &bytes = document->text()->bytes();
    if (!document->root() || document->root()->isNull()) {
        const std::string lineEnd = lineEndOf(bytes);
        const std::string gap = bytes.empty() || bytes.ends_with('\n') ? "" : lineEnd;
        return positions.isEmpty()
                   ? WorkspaceEdit()
                   : editOf(positionsFileName, TextEdit{{bytes.size(), bytes.size()},
                                                        gap + begun(positions, lineEnd)});
    }
    if (document->root()->resolved().kind != yaml::Kind::Mapping)
        return tl::unexpected(unreadable(positionsFileName));
    Rewriting rewriting(document);
    for (const auto &[section, member] : sections)
        if (const auto done = rewriteSection(rewriting, section, positions.*member); !done)
            return tl::unexpected(done.error());
    // An alias, a merge key or what nobody thought of must not move anything else.
    std::vector<SettingsProblem> told;
    if (readPositions(rewriting.whole(), told) != positions)
        return tl::unexpected(Error{Error::Code::Invalid,
                                    std::string(positionsFileName) +
                                        " can't be changed without changing more than was asked "
                                        "for: change it there.",
                                    positionsFileName});
    const std::string &after = rewriting.document().text()->bytes();
    return after == bytes ? WorkspaceEdit() : editOf(positionsFileName, difference(bytes, after));
}

} // namespace meshwright::graph
