// SPDX-License-Identifier: Apache-2.0
// What the parts of a conversion share.
#pragma once

#include "asyncapi/resolver.h"
#include "meshwright/modelling/convert.h"
#include "meshwright/yaml/draft.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright::modelling {

using Path = std::vector<std::string>; ///< keys and indices from the root
using yaml::Part;
using yaml::Piece;

/// One conversion on its way.
struct Converting
{
    const Workspace &workspace;
    std::string file;
    yaml::Draft draft;
    asyncapi::Resolver resolver;
    yaml::Style quotes = yaml::Style::SingleQuoted; ///< of references
    std::map<Path, Path> moves;                     ///< where what was there is now
    std::vector<ConversionNote> notes;
    std::set<std::string> operationIds;
    std::vector<Part> operations;            ///< of the root
    std::vector<Part> componentOperations;   ///< of channels that only stand in the components
    std::set<std::string> convertedChannels; ///< keys of components that a channel took along
    std::map<const yaml::Document *, std::string> files; ///< from which pieces were copied
    std::vector<yaml::DocumentPtr> documents;            ///< keeps their nodes alive

    Converting(const Workspace &files, std::string path, yaml::Draft parts)
        : workspace(files)
        , file(std::move(path))
        , draft(std::move(parts))
        , resolver(files)
    {}

    void note(const Piece &where, std::string message);
    /// What a piece was, in the file where it stood; nothing for what is new.
    yaml::Spot spotOf(const Piece &piece);
    /// The same, or what its `$ref` leads to, however many there are on the way.
    yaml::Spot follow(const Piece &piece);
    /// An opened map of the components, or null.
    Piece *components(std::string_view map);
};

// Pieces ----------------------------------------------------------------------------------------

/// The text of a scalar piece.
std::optional<std::string> textOf(const Piece &piece);
/// The node of a key's value in a piece that is as it stood; null where there is none.
const yaml::Node *child(const yaml::Node *node, std::string_view key);
/// Whether a mapping is a reference and nothing else is to be done with it.
bool isReference(const Piece &piece);
Part reference(const Converting &converting, const Path &path);
/// A node of any file as a piece of this one: references are written for this file.
Piece importedCopy(Converting &converting, const yaml::Spot &spot);

/// Calls `convert` for each value of a map that `needs` it, its own node or what it refers to in
/// another file (which is then written out here). The rest is not touched.
using Needs = bool (*)(Converting &, const yaml::Spot &);
using Convert = void (*)(Converting &, Piece &);
void convertEach(Converting &converting, Piece &map, Needs needs, Convert convert);
void convertWhereNeeded(Converting &converting, Piece &piece, Needs needs, Convert convert);

// Kinds of objects --------------------------------------------------------------------------------

bool serverNeedsIt(Converting &converting, const yaml::Spot &server);
void convertServer(Converting &converting, Piece &server);

bool schemeNeedsIt(Converting &converting, const yaml::Spot &scheme);
void convertScheme(Converting &converting, Piece &scheme);
/// A list of requirements.
void convertSecurity(Converting &converting, Piece &security);

bool parameterNeedsIt(Converting &converting, const yaml::Spot &parameter);
void convertParameter(Converting &converting, Piece &parameter);

bool messageNeedsIt(Converting &converting, const yaml::Spot &message);
void convertMessage(Converting &converting, Piece &message);
bool messageTraitNeedsIt(Converting &converting, const yaml::Spot &trait);
void convertMessageTrait(Converting &converting, Piece &trait);
/// A messageId that the message's key says too goes.
void dropIdThatIsKey(Part &message);
/// Messages of the components that are a choice (`oneOf`) become one each.
void splitComponentMessages(Converting &converting);

bool operationTraitNeedsIt(Converting &converting, const yaml::Spot &trait);
void convertOperationTrait(Converting &converting, Piece &trait);

/// A channel's `messages`, put together from its operations.
class ChannelMessages
{
public:
    ChannelMessages(Converting &converting, Path channel, std::string fallbackName)
        : m_converting(converting)
        , m_channel(std::move(channel))
        , m_fallbackName(std::move(fallbackName))
    {}

    /// Adds an operation's message, or its choices; gives the operation's own list.
    std::vector<Part> add(Part message, const Path &oldPath);

    bool isEmpty() const { return m_parts.empty(); }

    Part takeAll();

private:
    void addOne(Part &&message, const Path &oldPath, std::vector<Part> &list);
    void addChoices(const yaml::Spot &choices, const Path &target, std::vector<Part> &list);
    std::string nameFor(const Piece &message);

    Converting &m_converting;
    Path m_channel;
    std::string m_fallbackName;
    std::vector<Part> m_parts;
    std::map<const yaml::Node *, std::string> m_nameOf; ///< what the message is → its key
    std::vector<std::string> m_head;
};

void convertChannels(Converting &converting);

// Ids -------------------------------------------------------------------------------------------

/// Ids for the addresses of channels, in their order: the last parts of each that tell it apart.
std::vector<std::string> channelIds(const std::vector<std::string> &addresses,
                                    std::string_view domainId, const Convention &convention);

// Afterwards --------------------------------------------------------------------------------------

/// Where a reference leads after the conversion, if that is elsewhere.
std::optional<std::string> movedReference(const Converting &converting, const std::string &fromFile,
                                          std::string_view reference);
/// An alias that now stands before its anchor is written out.
void settleAliases(Converting &converting);

} // namespace meshwright::modelling
