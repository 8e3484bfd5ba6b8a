// SPDX-License-Identifier: Apache-2.0
#include "meshwright/symbols/rename.h"

#include "asyncapi/referencetext.h"
#include "meshwright/asyncapi/kafkasettings.h"
#include "meshwright/topology/topicname.h"
#include "symbols/gathering.h"
#include "symbols/piece.h"
#include "symbols/spelling.h"
#include "symbols/verdict.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

namespace meshwright::symbols {

namespace {

tl::unexpected<Error> refused(Error::Code code, std::string message, std::string where = {})
{
    return tl::unexpected(Error{code, std::move(message), std::move(where)});
}

std::string inQuotes(std::string_view text)
{
    return "'" + std::string(text) + "'";
}

/// The keys that lead to a symbol's own one, from the root.
std::vector<std::string> pathOf(const SymbolIndex &index, const Symbol &symbol)
{
    const auto document = index.topology->workspace->document(symbol.home.file);
    const auto *node = document ? document->nodeAt(symbol.home.range.begin) : nullptr;
    return node ? document->pathTo(*node) : std::vector<std::string>();
}

/// Whether nothing but references and the lists that were looked at name the key.
bool isFreelyNamed(const std::vector<std::string> &path)
{
    if (path.size() < 2)
        return true;
    const auto &holder = path[path.size() - 2];
    return path.front() == "components" || holder == "definitions" || holder == "$defs" ||
           holder == "operations" || holder == "servers" || holder == "schemas" ||
           holder == "channels";
}

class Renaming
{
public:
    Renaming(const SymbolIndex &index, const Symbol &symbol, std::string newName)
        : m_index(index)
        , m_symbol(symbol)
        , m_newName(std::move(newName))
        , m_pieces(*index.topology->workspace)
    {}

    Result<WorkspaceEdit> edits()
    {
        if (auto fine = checkRenamable(m_index, m_symbol); !fine)
            return tl::unexpected(fine.error());
        if (auto fine = checkName(); !fine)
            return tl::unexpected(fine.error());
        if (m_newName == m_symbol.name)
            return WorkspaceEdit();
        for (const auto &each : m_index.occurrences)
            if (each.scalar && !each.isCode)
                rename(each);
        auto edit = m_pieces.edits();
        if (!edit)
            return edit;
        if (auto fine = checkResult(*edit); !fine)
            return tl::unexpected(fine.error());
        return edit;
    }

private:
    const Topology &topology() const { return *m_index.topology; }

    Result<void> checkName()
    {
        if (m_newName.empty())
            return refused(Error::Code::Invalid, "Write the new name.");
        switch (m_symbol.kind) {
        case Kind::Topic:
            return checkTopic();
        case Kind::Context:
            return checkContext();
        case Kind::Domain:
            return checkDomain();
        case Kind::Message:
        case Kind::Component:
            return checkKey();
        case Kind::Tag:
            return checkTag();
        case Kind::Field:
        case Kind::Type:
        case Kind::File:
            break;
        }
        return {};
    }

    Result<void> checkTopic()
    {
        const auto *topic = topology().topic({m_symbol.name});
        m_owner = ownerOf(topology(), m_symbol.name);
        const auto &convention = topology().workspace->settings().convention;
        if (m_owner && isShort(m_newName, convention))
            m_newName = fullTopicName(m_newName, *m_owner, convention);
        if (const auto fault = asyncapi::topicNameFault(m_newName))
            return refused(Error::Code::Invalid, *fault);
        if (topic && !shortTopicName(m_newName, topic->owner, convention))
            return refused(Error::Code::Invalid,
                           "The topic belongs to " + inQuotes(topic->owner.value) +
                               ", so its name begins with that: " + topic->owner.value +
                               ".… Give it to another context by moving it.");
        if (const auto *other = topology().topic({m_newName}); other && m_newName != m_symbol.name)
            return refused(Error::Code::Conflict,
                           "There is a topic " + inQuotes(m_newName) + " already, in " +
                               other->spec->file + ": choose another name.",
                           other->spec->file);
        const auto &shared = m_index.ambiguous;
        if (std::find(shared.begin(), shared.end(), m_symbol) != shared.end())
            return refused(Error::Code::Conflict,
                           "The channel of " + inQuotes(m_symbol.name) +
                               " stands in a file that several contexts read as a topic of their "
                               "own: give each context a channel of its own first.");
        return {};
    }

    /// Whether the name leaves its context out. At the end of a full name a keyword stands as well.
    bool isShort(const std::string &name, const Convention &convention) const
    {
        const auto below = withoutFrontKeyword(name, convention);
        const auto first = below.substr(0, below.find('.'));
        return accessIn(name, convention) && first != convention.organisation &&
               first != m_owner->value.substr(0, m_owner->value.find('.'));
    }

    Result<void> checkContext()
    {
        m_newName = contextIdFrom(m_newName).value;
        const auto *other = topology().context({m_newName});
        if (other && m_newName != m_symbol.name)
            return refused(Error::Code::Conflict,
                           other->spec->file + " describes " + m_newName +
                               " already: choose another id.",
                           other->spec->file);
        return checkId();
    }

    Result<void> checkDomain()
    {
        m_newName = contextIdFrom(m_newName).value;
        if (m_newName == m_symbol.name)
            return {};
        for (const auto &context : topology().contexts)
            if (context.domain == m_newName || isWithin(context.domain, m_newName))
                return refused(Error::Code::Conflict,
                               "There is a domain " + inQuotes(m_newName) + " already, with " +
                                   context.id.value + ": choose another name.",
                               context.spec->file);
        return checkId();
    }

    /// Where the id stands in a spec, rules judge it; elsewhere it must not look like another kind
    /// of name.
    Result<void> checkId() const
    {
        const auto isIdCharacter = [](unsigned char c) {
            return std::isalnum(c) != 0 || c == '_' || c == '-' || c == '.';
        };
        const bool isFine = std::all_of(m_newName.begin(), m_newName.end(), isIdCharacter) &&
                            m_newName.front() != '.' && m_newName.back() != '.' &&
                            m_newName.find("..") == std::string::npos;
        if (!isFine)
            return refused(Error::Code::Invalid,
                           "A domain id is made of parts of letters, digits, '-' and '_', "
                           "separated by '.', such as acme.finance.campaign.");
        return {};
    }

    Result<void> checkKey() const
    {
        const auto isKeyCharacter = [](unsigned char c) {
            return std::isalnum(c) != 0 || c == '_' || c == '-' || c == '.';
        };
        if (!std::all_of(m_newName.begin(), m_newName.end(), isKeyCharacter))
            return refused(Error::Code::Invalid,
                           "AsyncAPI wants a name of letters, digits, '.', '-' and '_' here.");
        const auto document = topology().workspace->document(m_symbol.home.file);
        const auto *key = document ? document->nodeAt(m_symbol.home.range.begin) : nullptr;
        const bool isKey = key && key->parent && key->parent->findEntry(m_symbol.name) &&
                           key->parent->findEntry(m_symbol.name)->key == key;
        if (isKey && m_newName != m_symbol.name && key->parent->findEntry(m_newName))
            return refused(Error::Code::Conflict,
                           "There is " + inQuotes(m_newName) + " beside it already, in " +
                               m_symbol.home.file + ": choose another name.",
                           m_symbol.home.file);
        return {};
    }

    Result<void> checkTag() const
    {
        if (m_newName.starts_with(grantPrefix))
            return refused(Error::Code::Invalid,
                           "A tag that begins with 'grant-access:' would give access: name what "
                           "the data is about.");
        const auto isTaken = [&](const Symbol &each) {
            return each.kind == Kind::Tag && each.name == m_newName && m_newName != m_symbol.name;
        };
        if (std::any_of(m_index.symbols.begin(), m_index.symbols.end(), isTaken))
            return refused(Error::Code::Conflict, "There is a tag " + inQuotes(m_newName) +
                                                      " already: choose another name.");
        return {};
    }

    void rename(const Occurrence &each)
    {
        const auto &symbol = m_index.symbols[each.symbol];
        if (m_symbol.kind == Kind::Domain) {
            const bool isWithinDomain = symbol.kind == Kind::Context || symbol.kind == Kind::Domain;
            const bool isDomain = symbol.kind == Kind::Domain && symbol.name == m_symbol.name;
            if (isWithinDomain && (isDomain || isWithin(symbol.name, m_symbol.name)))
                replace(each, domainPart(each, m_symbol.name));
        } else if (symbol == m_symbol) {
            replace(each, each.part);
        }
    }

    void replace(const Occurrence &each, Range part)
    {
        const auto raw = each.scalar->text().substr(part.begin, part.size());
        if (each.spelling == Spelling::Plain) {
            m_pieces.replace(each.place.file, *each.scalar, part, renamed(raw));
            return;
        }
        const auto tokens = asyncapi::pointerTokens("/" + raw);
        if (tokens && tokens->size() == 1)
            m_pieces.replace(each.place.file, *each.scalar, part,
                             asyncapi::pointerToken(renamed(tokens->front().key)));
    }

    std::string renamed(const std::string &written) const
    {
        switch (m_symbol.kind) {
        case Kind::Topic:
            return topicRespelled(written, m_symbol.name, m_newName, m_owner).value_or(written);
        case Kind::Context:
        case Kind::Domain:
            return respelled(written, m_symbol.name, m_newName);
        case Kind::Message:
        case Kind::Component:
        case Kind::Tag:
        case Kind::Field:
        case Kind::Type:
        case Kind::File:
            break;
        }
        return m_newName;
    }

    Result<void> checkResult(const WorkspaceEdit &edit) const
    {
        const auto after = edited(*topology().workspace, edit);
        if (!after)
            return tl::unexpected(after.error());
        if (auto fine = checkNoNewFinding(topology(), **after); !fine)
            return fine;
        if (m_symbol.kind == Kind::Topic && topology().topic({m_symbol.name}) &&
            !(*after)->topic({m_newName}))
            return refused(Error::Code::Invalid,
                           "With the name " + inQuotes(m_newName) +
                               " the channel would no longer be read as a topic of its context.");
        return {};
    }

    const SymbolIndex &m_index;
    const Symbol &m_symbol;
    std::string m_newName;
    std::optional<ContextId> m_owner; ///< of a topic
    Pieces m_pieces;
};

} // namespace

Result<void> checkRenamable(const SymbolIndex &index, const Symbol &symbol)
{
    const auto refusal = [&]() -> std::optional<std::string> {
        switch (symbol.kind) {
        case Kind::Field:
            return "A field's name is what producers and consumers agree on, and their code is not "
                   "in this workspace: add a field, and let the old one end.";
        case Kind::Type:
            return "Avro compares types by their names, so a schema with another one is no longer "
                   "compatible: give the type an alias in its file instead.";
        case Kind::File:
            return "A file is renamed where it is kept; then correct what refers to it.";
        case Kind::Component:
            if (!isFreelyNamed(pathOf(index, symbol)))
                return "The key " + inQuotes(symbol.name) +
                       " means something where it stands; only names of components, schemas, "
                       "servers and operations can be changed.";
            break;
        case Kind::Topic:
        case Kind::Context:
        case Kind::Domain:
        case Kind::Message:
        case Kind::Tag:
            break;
        }
        return std::nullopt;
    }();
    if (refusal)
        return refused(Error::Code::Invalid, *refusal);
    return checkAllReadable(*index.topology->workspace);
}

Result<WorkspaceEdit> renameEdits(const SymbolIndex &index, const Symbol &symbol,
                                  const std::string &newName)
{
    return Renaming(index, symbol, newName).edits();
}

} // namespace meshwright::symbols
