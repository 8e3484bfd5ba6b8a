// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/reference/reference.h"
#include "meshwright/topology/topology.h"

#include <string>
#include <vector>

// What may be written at a place of a text that is being typed.
namespace meshwright::completion {

enum class Kind { Key, Value, Topic, Reference, File, Tag, Context, Name };

struct Item
{
    std::string label;     ///< as a list shows it
    std::string text;      ///< takes the place of Completion::range; with the text's own line ends
    std::size_t caret = 0; ///< where the caret stands then, in bytes of `text`
    Kind kind = Kind::Key;
    std::string detail;                     ///< a few words beside the label: type, access, owner
    reference::Documentation documentation; ///< without a text where there is nothing to say
    bool goesOn = false; ///< with this, a part is written, and there is more to offer
};

struct Completion
{
    Range range;             ///< of the text that was asked about; may be empty
    std::string typed;       ///< what of it stands before the caret, without quotes
    std::vector<Item> items; ///< those that fit what is typed, the best first

    bool isEmpty() const { return items.empty(); }
};

/// More than this many are no help to anybody; typing another letter narrows them.
inline constexpr std::size_t mostItems = 200;

/// What can be written at the byte of `text`, which is the newest text of the file and may be ahead
/// of the topology's: by the rules of what the file is (AsyncAPI, a schema, the settings), and from
/// what the workspace has. The text may be faulty, above all where it is being typed.
Completion complete(const Topology &topology, const std::string &file, const SourceText &text,
                    std::size_t offset);

} // namespace meshwright::completion
