// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/yaml/document.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright::yaml {

struct Part;

/// A value that can be taken from one place of a document and put at another. As long as nobody
/// opens it, it is the bytes that stand in its document, comments included, and is written as such
/// at its new indentation. Its document must outlive it.
struct Piece
{
    enum class Form {
        Source,   ///< as it stands in `document`
        Text,     ///< a new string
        Mapping,  ///< opened, or new: `parts` have keys
        Sequence, ///< opened, or new: `parts` have none
    };

    Form form = Form::Text;
    std::string text;                    ///< a Text's value
    std::optional<std::string> replaced; ///< of a Source scalar: what it says instead
    Style style = Style::Plain;          ///< a Text's preferred quotes; a collection's own style
    const Document *document = nullptr;
    const Node *node = nullptr; ///< what it was in the document; null for what is new
    Range region;               ///< behind the colon, to the end of what belongs to the value
    std::size_t column = 0;     ///< the indentation of the line where the key stands
    std::optional<std::size_t> indent; ///< how much further in the parts stand, where that is known
    std::string head; ///< properties and comment between the colon and the first part
    std::string tail; ///< behind a closing bracket
    std::vector<Part> parts;
    std::vector<std::string> below; ///< comments behind the last part, without indentation

    static Piece textOf(std::string value, Style style = Style::Plain);
    static Piece mapping(std::vector<Part> parts);
    static Piece sequence(std::vector<Part> parts);
    /// The node written out anew: without comments, anchors and aliases.
    static Piece copyOf(const Document &document, const Node &node);

    /// Makes the parts of a mapping or of a list accessible; an alias becomes a copy of what it
    /// stands for, an empty value an empty mapping. False where it is anything else.
    bool open();
    /// Opens a mapping and writes the entries of its merge keys out where it has any.
    bool openMerged();

    Part *find(std::string_view key);
    /// Takes a part out; none where there is none.
    std::optional<Part> take(std::string_view key);
    /// Behind the entry with the key, or at the end.
    void insertAfter(std::string_view key, Part part);

    /// Replaces a scalar, keeping its quotes, properties and comment.
    void setText(std::string value);

    /// Every comment that it holds, in order.
    std::vector<std::string> comments() const;
};

/// An entry of a mapping or an item of a list, with what stands above it and behind it.
struct Part
{
    std::vector<std::string> above; ///< comments and blank lines, without indentation
    std::string name;               ///< the key; empty for an item
    std::string key;                ///< as written; empty where it is to be made from `name`
    Piece value;
    std::string trailing; ///< a comment behind the comma, in a flow collection

    Part() = default;

    Part(std::string keyName, Piece piece)
        : name(std::move(keyName))
        , value(std::move(piece))
    {}

    void rename(std::string newName);
    std::vector<std::string> comments() const;
    /// Puts comments (of something that goes) above it.
    void addAbove(const std::vector<std::string> &comments);
};

/// A document taken apart: what stands before and behind its root mapping, and the mapping.
struct Draft
{
    DocumentPtr document;
    Piece root;

    /// None where the document has no mapping at its root.
    static std::optional<Draft> of(const DocumentPtr &document);

    /// The text, with the line ends and the indentation of the document.
    std::string write() const;
};

} // namespace meshwright::yaml
