// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"
#include "meshwright/text/sourcetext.h"

#include <map>
#include <string>
#include <vector>

namespace meshwright {

/// Replaces the bytes of `range` by `replacement`.
struct TextEdit
{
    Range range;
    std::string replacement;

    bool operator==(const TextEdit &) const = default;
};

/// One deed over several files: per file (its path in the workspace) sorted and not overlapping.
struct WorkspaceEdit
{
    std::map<std::string, std::vector<TextEdit>> files;

    bool operator==(const WorkspaceEdit &) const = default;

    bool isEmpty() const { return files.empty(); }
};

/// The text after `edits`, or Invalid where they overlap, are unsorted or reach beyond the end.
Result<Text> applyEdits(const SourceText &text, const std::vector<TextEdit> &edits);

/// The edits that turn the result of applying `edits` back into `text`.
Result<std::vector<TextEdit>> inverseEdits(const SourceText &text,
                                           const std::vector<TextEdit> &edits);

} // namespace meshwright
