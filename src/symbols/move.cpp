// SPDX-License-Identifier: Apache-2.0
#include "meshwright/symbols/move.h"

#include "asyncapi/referencetext.h"
#include "symbols/block.h"
#include "symbols/gathering.h"
#include "symbols/piece.h"
#include "symbols/relocation.h"
#include "symbols/spelling.h"
#include "symbols/verdict.h"

#include "meshwright/yaml/edit.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace meshwright::symbols {

namespace {

tl::unexpected<Error> refused(Error::Code code, std::string message, std::string where = {})
{
    return tl::unexpected(Error{code, std::move(message), std::move(where)});
}

class Move
{
public:
    Move(const SymbolIndex &index, const Topic &topic, const Context &target)
        : m_index(index)
        , m_topic(topic)
        , m_target(target)
        , m_source(*topic.spec)
        , m_from(m_source.file)
        , m_to(target.spec->file)
        , m_newName(target.id.value + topic.name.value.substr(topic.owner.value.size()))
        , m_pieces(*index.topology->workspace)
    {}

    Result<WorkspaceEdit> edits()
    {
        if (auto fine = check(); !fine)
            return tl::unexpected(fine.error());
        if (auto fine = moveChannel(); !fine)
            return tl::unexpected(fine.error());
        if (auto fine = moveOperations(); !fine)
            return tl::unexpected(fine.error());
        renameElsewhere();
        return gathered();
    }

private:
    const Topology &topology() const { return *m_index.topology; }

    Result<void> check()
    {
        if (auto fine = checkAllReadable(*topology().workspace); !fine)
            return fine;
        if (m_topic.owner == m_target.id)
            return refused(Error::Code::Invalid, "It is that context's topic already.");
        if (m_source.major != m_target.spec->major)
            return refused(Error::Code::Invalid,
                           m_from + " is AsyncAPI " + m_source.version.value + ", " + m_to +
                               " is " + m_target.spec->version.value +
                               ": bring both to one version, then move the topic.",
                           m_to);
        if (const auto *other = topology().topic({m_newName}))
            return refused(Error::Code::Conflict,
                           "There is a topic '" + m_newName + "' already, in " + other->spec->file +
                               ": rename one of the two first.",
                           other->spec->file);
        for (const auto *reader : topology().readersOf(m_topic.name))
            if (reader->reader == m_target.id)
                return refused(Error::Code::Conflict,
                               m_to + " reads the topic already, by the channel '" +
                                   reader->declaration().key +
                                   "': remove that one first, then move the topic there.",
                               m_to);
        return findChannel();
    }

    Result<void> findChannel()
    {
        m_document = topology().workspace->document(m_from);
        m_targetDocument = topology().workspace->document(m_to);
        const auto *channels = m_document->root()->find("channels");
        m_channels = channels ? &channels->resolved() : nullptr;
        const auto &channel = m_topic.declaration();
        m_entry = m_channels ? m_channels->findEntry(channel.key) : nullptr;
        if (!m_entry || m_entry->key->range != channel.keyPlace.range ||
            channel.keyPlace.file != m_from || !m_entry->value->isMapping() ||
            m_entry->value->find("$ref"))
            return refused(Error::Code::Invalid,
                           "The channel '" + channel.key +
                               "' is not written out in the channels of " + m_from +
                               ", so it can't be moved as a whole.",
                           m_from);
        return {};
    }

    bool isKept() const { return m_topic.declaration().receives(); }

    /// The lines of an entry as they are written in the other file: `changes` are made, and its
    /// references lead where they led.
    Result<std::string> linesForTarget(const yaml::Entry &entry, Range lines,
                                       std::vector<TextEdit> changes) const
    {
        addReferences(*entry.value, changes);
        std::sort(changes.begin(), changes.end(),
                  [](const TextEdit &a, const TextEdit &b) { return a.range < b.range; });
        const auto isInside = [&](const TextEdit &edit) {
            return std::any_of(changes.begin(), changes.end(), [&](const TextEdit &other) {
                return &other != &edit && other.range.begin <= edit.range.begin &&
                       edit.range.end <= other.range.end;
            });
        };
        std::vector<TextEdit> shifted;
        for (const auto &edit : changes)
            if (!isInside(edit))
                shifted.push_back({{edit.range.begin - lines.begin, edit.range.end - lines.begin},
                                   edit.replacement});
        auto text = applyEdits(SourceText(std::string(m_document->text()->slice(lines))), shifted);
        if (!text)
            return tl::unexpected(text.error());
        return (*text)->bytes();
    }

    /// References to the moved channel, and AsyncAPI 3's to servers of the root, stay in the file.
    void addReferences(const yaml::Node &node, std::vector<TextEdit> &changes) const
    {
        const auto own = "#/channels/" + asyncapi::pointerToken(m_topic.declaration().key);
        for (const auto &entry : node.entries) {
            const auto &value = *entry.value;
            const bool isReference = entry.key->value == "$ref" && value.kind == yaml::Kind::Scalar;
            const bool staysLocal = value.value == own || value.value.starts_with(own + "/") ||
                                    value.value.starts_with("#/servers/");
            if (isReference && !staysLocal) {
                const auto written = relocated(value.value, m_from, m_to);
                if (written == value.value)
                    continue;
                if (auto edit = yaml::replaceScalar(*m_document, value, written))
                    changes.push_back(std::move(*edit));
            }
            addReferences(value, changes);
        }
        for (const auto *item : node.items)
            addReferences(*item, changes);
    }

    Result<void> moveChannel()
    {
        const auto lines = linesOf(*m_document, *m_entry);
        if (!lines)
            return refused(lines.error().code, lines.error().message, m_from);
        std::vector<TextEdit> changes;
        addNewSpelling(*m_entry->key, changes);
        if (const auto *address = m_entry->value->find("address"); address && m_source.major == 3)
            addNewSpelling(*address, changes);
        const auto &channel = m_entry->value->resolved();
        const auto *reads = m_source.major == 2 ? channel.findEntry("subscribe") : nullptr;
        if (reads && channel.entries.size() > 1)
            if (auto edit = yaml::removeEntry(*m_document, channel, *reads))
                changes.push_back(std::move(*edit));
        auto text = linesForTarget(*m_entry, *lines, std::move(changes));
        if (!text)
            return tl::unexpected(text.error());
        m_movedChannels = std::move(*text);
        m_channelColumn = columnOf(*m_entry);
        if (auto fine = checkKeyFree("channels", *m_entry); !fine)
            return fine;
        if (isKept())
            return keepReading();
        m_cuts.push_back(withoutLines(*m_document, *m_channels, *lines));
        m_cutLines.push_back(*lines);
        return {};
    }

    /// The old owner still reads it, as another context's topic: without what makes an owner.
    Result<void> keepReading()
    {
        if (m_source.major != 2)
            return {};
        const auto &channel = m_entry->value->resolved();
        for (const auto *gone : {"publish", "bindings"})
            if (const auto *entry = channel.findEntry(gone)) {
                auto edit = yaml::removeEntry(*m_document, channel, *entry);
                if (!edit)
                    return tl::unexpected(edit.error());
                m_cutLines.push_back(edit->range);
                m_cuts.push_back(std::move(*edit));
            }
        return {};
    }

    /// AsyncAPI 3: who sends goes with the channel; who receives stays, and reads.
    Result<void> moveOperations()
    {
        const auto *operations =
            m_source.major == 3 ? m_document->root()->find("operations") : nullptr;
        if (!operations || !operations->isMapping())
            return {};
        std::vector<const yaml::Entry *> going;
        for (const auto &entry : operations->resolved().entries)
            if (sendsToChannel(*entry.value))
                going.push_back(&entry);
        for (const auto *entry : going) {
            const auto lines = linesOf(*m_document, *entry);
            if (!lines)
                return refused(lines.error().code, lines.error().message, m_from);
            if (auto fine = checkKeyFree("operations", *entry); !fine)
                return fine;
            auto text = linesForTarget(*entry, *lines, {});
            if (!text)
                return tl::unexpected(text.error());
            m_movedOperations += *text;
            m_operationColumn = columnOf(*entry);
            m_cutLines.push_back(*lines);
            m_cuts.push_back(withoutLines(*m_document, operations->resolved(), *lines));
        }
        if (going.size() > 1 && going.size() == operations->resolved().entries.size())
            return refused(Error::Code::Invalid,
                           "All operations of " + m_from +
                               " send to this topic, so nothing would be left of them: move the "
                               "whole spec instead.",
                           m_from);
        return {};
    }

    bool sendsToChannel(const yaml::Node &operation) const
    {
        const auto own = "#/channels/" + asyncapi::pointerToken(m_topic.declaration().key);
        const auto *action = operation.isMapping() ? operation.find("action") : nullptr;
        const auto *channel = action ? operation.find("channel") : nullptr;
        const auto *reference = channel && channel->isMapping() ? channel->find("$ref") : nullptr;
        return reference && action->resolved().value == "send" &&
               reference->resolved().value == own;
    }

    Result<void> checkKeyFree(std::string_view holder, const yaml::Entry &entry) const
    {
        const auto *known = m_targetDocument->root()->find(holder);
        if (!known || !known->isMapping() || !known->findEntry(entry.key->resolved().value))
            return {};
        return refused(Error::Code::Conflict,
                       m_to + " has a '" + entry.key->resolved().text() + "' among its " +
                           std::string(holder) + " already: rename one of the two first.",
                       m_to);
    }

    std::size_t columnOf(const yaml::Entry &entry) const
    {
        return m_document->text()->position(entry.key->range.begin).column - 1;
    }

    /// A full name gets the new one; a short name is the same in every context.
    void addNewSpelling(const yaml::Node &scalar, std::vector<TextEdit> &changes) const
    {
        const std::string_view written = scalar.value;
        const std::size_t lead = written.starts_with('/') ? 1 : 0;
        if (dotted(written.substr(lead)) != m_topic.name.value)
            return;
        const auto name = std::string(written.substr(0, lead)) +
                          respelled(written.substr(lead), m_topic.name.value, m_newName);
        if (auto edit = yaml::replaceScalar(*m_document, scalar, name))
            changes.push_back(std::move(*edit));
    }

    /// Readers write the full name; where the old owner keeps reading, it does too now.
    void renameElsewhere()
    {
        for (const auto &each : m_index.occurrences) {
            const auto &symbol = m_index.symbols[each.symbol];
            if (symbol.kind != Kind::Topic || symbol.name != m_topic.name.value || each.isCode ||
                !each.scalar || isCut(each.place))
                continue;
            auto written = each.scalar->text().substr(each.part.begin, each.part.size());
            if (each.spelling == Spelling::Token) {
                const auto tokens = asyncapi::pointerTokens("/" + written);
                written = tokens && tokens->size() == 1 ? tokens->front().key : written;
            }
            auto name = topicRespelled(written, m_topic.name.value, m_newName, std::nullopt)
                            .value_or(m_newName);
            if (each.spelling == Spelling::Token)
                name = asyncapi::pointerToken(name);
            m_pieces.replace(each.place.file, *each.scalar, each.part, std::move(name));
        }
    }

    bool isCut(const asyncapi::Place &place) const
    {
        return place.file == m_from &&
               std::any_of(m_cutLines.begin(), m_cutLines.end(), [&](const Range &lines) {
                   return lines.begin <= place.range.begin && place.range.end <= lines.end;
               });
    }

    Result<WorkspaceEdit> gathered()
    {
        auto edit = m_pieces.edits();
        if (!edit)
            return edit;
        auto &source = edit->files[m_from];
        source.insert(source.end(), m_cuts.begin(), m_cuts.end());
        auto &target = edit->files[m_to];
        for (const auto &[key, lines, column] :
             {std::tuple{"channels", &m_movedChannels, m_channelColumn},
              std::tuple{"operations", &m_movedOperations, m_operationColumn}}) {
            if (lines->empty())
                continue;
            auto added = withLinesAdded(*m_targetDocument, key, *lines, column);
            if (!added)
                return refused(added.error().code, added.error().message, m_to);
            target.push_back(std::move(*added));
        }
        for (auto &[file, edits] : edit->files)
            std::stable_sort(edits.begin(), edits.end(), [](const TextEdit &a, const TextEdit &b) {
                return a.range < b.range;
            });
        const auto after = edited(*topology().workspace, *edit);
        if (!after)
            return tl::unexpected(after.error());
        if (auto fine = checkNoNewFinding(topology(), **after); !fine)
            return tl::unexpected(fine.error());
        return edit;
    }

    const SymbolIndex &m_index;
    const Topic &m_topic;
    const Context &m_target;
    const asyncapi::Spec &m_source;
    std::string m_from;
    std::string m_to;
    std::string m_newName;
    yaml::DocumentPtr m_document;
    yaml::DocumentPtr m_targetDocument;
    const yaml::Node *m_channels = nullptr;
    const yaml::Entry *m_entry = nullptr;
    std::string m_movedChannels;
    std::string m_movedOperations;
    std::size_t m_channelColumn = 0;
    std::size_t m_operationColumn = 0;
    std::vector<TextEdit> m_cuts;
    std::vector<Range> m_cutLines;
    Pieces m_pieces;
};

} // namespace

Result<WorkspaceEdit> moveTopic(const SymbolIndex &index, const TopicName &topic,
                                const ContextId &to)
{
    const auto *known = index.topology->topic(topic);
    const auto *target = index.topology->context(to);
    if (!known || !target)
        return refused(Error::Code::NotFound,
                       known ? "No spec here describes the context '" + to.value + "'."
                             : "No spec here owns the topic '" + topic.value + "'.");
    return Move(index, *known, *target).edits();
}

} // namespace meshwright::symbols
