// SPDX-License-Identifier: Apache-2.0
#include "meshwright/graph/views.h"

#include "keptfile.h"
#include "meshwright/yaml/edit.h"
#include "workspace/settingsreader.h"

#include <algorithm>
#include <array>
#include <utility>

namespace meshwright::graph {

namespace {

constexpr std::array directions{Direction::Upstream, Direction::Downstream, Direction::Both};

/// Reads one item of the list; problems are told by the reader.
class ViewReader
{
public:
    explicit ViewReader(SettingsReader &reader)
        : m_reader(reader)
    {}

    std::optional<View> read(const yaml::Node &item)
    {
        View view;
        std::vector<std::string_view> known{"name", "focus"};
        for (const Facet facet : facets)
            known.push_back(graph::nameOf(facet));
        for (const yaml::Entry &entry : m_reader.entries(item, "views", known)) {
            const std::string key = m_reader.key(entry);
            if (key == "name")
                m_reader.readText(*entry.value, key, view.name);
            else if (key == "focus")
                view.focus = readFocus(*entry.value);
            else
                readWords(view, key, *entry.value);
        }
        if (!view.name.empty())
            return view;
        m_reader.problem(item, "A view needs a 'name', by which it is chosen.");
        return std::nullopt;
    }

private:
    void readWords(View &view, const std::string &key, const yaml::Node &node)
    {
        for (const Facet facet : facets)
            if (graph::nameOf(facet) == key) {
                std::vector<std::string> words;
                m_reader.readTexts(node, key, words);
                for (const std::string &word : words)
                    view.filter.set(facet, word, true);
            }
    }

    std::optional<Focus> readFocus(const yaml::Node &node)
    {
        Focus focus;
        for (const yaml::Entry &entry :
             m_reader.entries(node, "focus", {"context", "hops", "direction"})) {
            const std::string key = m_reader.key(entry);
            if (key == "context")
                m_reader.readText(*entry.value, key, focus.context.value);
            else if (key == "hops" && entry.value->asString() == "all")
                focus.hops = std::nullopt;
            else if (key == "hops")
                m_reader.readCount(*entry.value, key, focus.hops);
            else if (key == "direction")
                if (const auto chosen = m_reader.readChoice(*entry.value, key,
                                                            {graph::nameOf(directions[0]),
                                                             graph::nameOf(directions[1]),
                                                             graph::nameOf(directions[2])}))
                    focus.direction = directions.at(*chosen);
        }
        return focus.context.value.empty() ? std::nullopt : std::optional(focus);
    }

    SettingsReader &m_reader;
};

std::string flowList(const std::set<std::string> &words)
{
    std::string text = "[";
    for (const std::string &word : words)
        text += (text.size() == 1 ? "" : ", ") +
                yaml::scalarFor(word, word.find_first_of(",[]{}") == std::string::npos
                                          ? yaml::Style::Plain
                                          : yaml::Style::SingleQuoted);
    return text + "]";
}

/// One entry a line, without indentation.
std::vector<std::string> linesOf(const View &view)
{
    std::vector<std::string> lines{"name: " + yaml::scalarFor(view.name)};
    for (const Facet facet : facets)
        if (const auto words = view.filter.words.find(facet);
            words != view.filter.words.end() && !words->second.empty())
            lines.push_back(std::string(nameOf(facet)) + ": " + flowList(words->second));
    if (view.focus)
        lines.push_back(
            "focus: {context: " + yaml::scalarFor(view.focus->context.value) +
            ", hops: " + (view.focus->hops ? std::to_string(*view.focus->hops) : "all") +
            ", direction: " + std::string(nameOf(view.focus->direction)) + "}");
    return lines;
}

std::string joined(const std::vector<std::string> &lines, const std::string &between)
{
    std::string text;
    for (const std::string &line : lines)
        text += (text.empty() ? "" : between) + line;
    return text;
}

std::optional<std::string> valueOf(const View &view, std::string_view key)
{
    for (const std::string &line : linesOf(view))
        if (line.starts_with(std::string(key) + ": "))
            return line.substr(key.size() + 2);
    return std::nullopt;
}

const yaml::Node *viewNamed(const yaml::Node &list, const std::string &name)
{
    const auto &items = list.resolved().items;
    const auto found = std::find_if(items.begin(), items.end(), [&](const yaml::Node *item) {
        const yaml::Node *own = item->isMapping() ? item->find("name") : nullptr;
        return own && own->scalarText() == name;
    });
    return found == items.end() ? nullptr : *found;
}

/// The entries that differ are written, one after the other; whatever else the item has stays.
Result<WorkspaceEdit> rewritten(const yaml::DocumentPtr &document, const View &view)
{
    std::vector<std::string_view> keys{"focus"};
    for (const Facet facet : facets)
        keys.push_back(nameOf(facet));
    const Error tooClever{Error::Code::Invalid,
                          "The view '" + view.name + "' in " + viewsFileName +
                              " is written with an alias or a merge key: change it there.",
                          viewsFileName};
    yaml::DocumentPtr now = document;
    for (const std::string_view key : keys) {
        const yaml::Node *item = viewNamed(*now->root()->find("views"), view.name);
        if (!item || item->kind != yaml::Kind::Mapping || item->merges)
            return tl::unexpected(tooClever);
        const auto wanted = valueOf(view, key);
        const yaml::Entry *entry = item->findEntry(key);
        if (!wanted && !entry)
            continue;
        const std::string &bytes = now->text()->bytes();
        if (wanted && entry &&
            bytes.substr(entry->value->range.begin, entry->value->range.size()) == *wanted)
            continue;
        const auto edit = wanted ? yaml::setEntry(*now, *item, key, *wanted)
                                 : yaml::removeEntry(*now, *item, *entry);
        if (!edit)
            return tl::unexpected(edit.error());
        const auto text = applyEdits(*now->text(), {*edit});
        if (!text)
            return tl::unexpected(text.error());
        now = yaml::Document::parse(*text);
        if (!now->isComplete() || !now->root())
            return tl::unexpected(tooClever);
    }
    return editOf(viewsFileName, difference(document->text()->bytes(), now->text()->bytes()));
}

/// The first view of a file that has none: behind the comments that it may have.
TextEdit begun(const std::string &bytes, const View &view)
{
    const std::string lineEnd = lineEndOf(bytes);
    std::string text = bytes.empty() || bytes.ends_with('\n') ? "" : lineEnd;
    text += "version: 1" + lineEnd + "views:" + lineEnd + "  - " +
            joined(linesOf(view), lineEnd + "    ") + lineEnd;
    return {{bytes.size(), bytes.size()}, text};
}

} // namespace

std::string_view nameOf(Direction direction)
{
    switch (direction) {
    case Direction::Upstream:
        return "upstream";
    case Direction::Downstream:
        return "downstream";
    case Direction::Both:
        break;
    }
    return "both";
}

std::vector<View> readViews(const yaml::DocumentPtr &document,
                            std::vector<SettingsProblem> &problems)
{
    std::vector<View> views;
    if (!document || !document->root())
        return views;
    SettingsReader reader(problems);
    std::set<std::string> names;
    for (const yaml::Entry &entry :
         reader.entries(*document->root(), viewsFileName, {"version", "views"})) {
        if (reader.key(entry) != "views")
            continue;
        if (!entry.value->isSequence() && !entry.value->isNull())
            reader.problem(*entry.value, "'views' must be a list, with a 'name' in each item.");
        for (const yaml::Node *item : entry.value->resolved().items)
            if (auto view = ViewReader(reader).read(*item)) {
                if (!names.insert(view->name).second)
                    reader.problem(*item, "There is a view '" + view->name + "' above already.");
                views.push_back(std::move(*view));
            }
    }
    return views;
}

std::set<ContextId> shownBy(const View &view, const Topology &topology, const Facets &facets)
{
    std::set<ContextId> shown = facets.matching(view.filter);
    if (!view.focus)
        return shown;
    const auto near = reach(topology, view.focus->context, view.focus->direction, view.focus->hops);
    std::erase_if(shown, [&](const ContextId &id) { return !near.contains(id); });
    return shown;
}

Result<WorkspaceEdit> saveView(const Workspace &workspace, const View &view)
{
    if (!workspace.exists(viewsFileName))
        return creationOf(viewsFileName, begun({}, view).replacement);
    const auto document = workspace.document(viewsFileName);
    if (!isSound(document))
        return tl::unexpected(unreadable(viewsFileName));
    if (!document->root() || document->root()->isNull())
        return editOf(viewsFileName, begun(document->text()->bytes(), view));
    const yaml::Node &root = document->root()->resolved();
    const yaml::Node *list = root.find("views");
    if (root.kind != yaml::Kind::Mapping || (list && !list->isNull() && !list->isSequence()))
        return tl::unexpected(unreadable(viewsFileName));
    if (!list || list->isNull())
        return editOf(viewsFileName, yaml::setEntry(*document, root, "views",
                                                    "- " + joined(linesOf(view), "\n  ") + "\n"));
    if (viewNamed(*list, view.name))
        return rewritten(document, view);
    return editOf(viewsFileName, yaml::appendItem(*document, list->resolved(),
                                                  joined(linesOf(view), "\n") + "\n"));
}

Result<WorkspaceEdit> removeView(const Workspace &workspace, const std::string &name)
{
    const auto document = workspace.document(viewsFileName);
    if (document && !isSound(document))
        return tl::unexpected(unreadable(viewsFileName));
    const yaml::Node *list =
        document && document->root() ? document->root()->find("views") : nullptr;
    const yaml::Node *item = list ? viewNamed(*list, name) : nullptr;
    if (!item)
        return tl::unexpected(Error{Error::Code::NotFound,
                                    "There is no view '" + name + "' in " + viewsFileName + ".",
                                    viewsFileName});
    return editOf(viewsFileName, yaml::removeItem(*document, list->resolved(), *item));
}

} // namespace meshwright::graph
