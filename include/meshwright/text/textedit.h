// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"
#include "meshwright/text/sourcetext.h"
#include "meshwright/text/textfile.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
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

/// The whole content of a file.
struct FileContent
{
    std::string bytes; ///< UTF-8, whatever the file's own encoding is
    Encoding encoding = Encoding::Utf8;

    bool operator==(const FileContent &) const = default;
};

/// One deed over several files, each by its path in the workspace, and each in one of the three.
struct WorkspaceEdit
{
    std::map<std::string, std::vector<TextEdit>> files; ///< per file sorted and not overlapping
    std::map<std::string, FileContent> created = {};    ///< files that are not there yet
    std::set<std::string> removed = {};                 ///< files that go

    bool operator==(const WorkspaceEdit &) const = default;

    bool isEmpty() const { return files.empty() && created.empty() && removed.empty(); }
};

/// The text after `edits`, or Invalid where they overlap, are unsorted or reach beyond the end.
Result<Text> applyEdits(const SourceText &text, const std::vector<TextEdit> &edits);

/// The edits that turn the result of applying `edits` back into `text`.
Result<std::vector<TextEdit>> inverseEdits(const SourceText &text,
                                           const std::vector<TextEdit> &edits);

/// A file as it is now; nothing where there is none.
using ReadContent = std::function<std::optional<TextFile>(const std::string &file)>;

/// What a deed makes of its files.
struct AppliedEdit
{
    std::map<std::string, TextFile> texts; ///< the files that changed or are new
    std::set<std::string> removed;
    WorkspaceEdit inverse; ///< turns all of them back, byte for byte
};

/// All of the edit or nothing. NotFound where a file that it changes or removes is not there;
/// Conflict where one that it creates is, or where it names a file twice; else as `applyEdits`.
Result<AppliedEdit> applyEdit(const ReadContent &read, const WorkspaceEdit &edit);

} // namespace meshwright
