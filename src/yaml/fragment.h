// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"
#include "meshwright/yaml/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace meshwright::yaml {

/// A value to be written into a document, its lines relative to column 0.
struct Fragment
{
    enum class Form {
        Inline,      ///< starts behind its key: a scalar, a flow collection
        Block,       ///< starts on a line of its own behind a key
        BlockScalar, ///< its header stands behind the key
        Headed,      ///< properties behind the key, and then like Block
    };

    Form form = Form::Inline;
    std::vector<std::string> lines; ///< empty for a null without text
    bool needsBreak = false;        ///< the last line must end with a line break to keep the value
    DocumentPtr document;           ///< the value as parsed; null where it was put together
};

/// Invalid where the text is no YAML value.
Result<Fragment> parseFragment(std::string_view value);

/// Where a fragment is going to stand.
struct Target
{
    std::size_t indent = 0; ///< the column of the key or of the dash in front
    std::size_t step = 2;   ///< what one level adds
    std::string_view eol = "\n";
    std::string comment; ///< of the line in front, with the spaces before it
    bool isItem = false; ///< behind a dash
};

/// The text behind the colon or the dash, with the space in front.
std::string render(const Fragment &fragment, const Target &target);

/// The value on one line, as it may stand in a flow collection. JSON quotes all strings.
std::string flowText(const Node &node, bool isJson);

/// `key: value` or `- value` as a fragment of its own.
Fragment entryFragment(const std::string &key, const Fragment &value, std::size_t step);
Fragment itemFragment(const Fragment &value, std::size_t step);

} // namespace meshwright::yaml
