// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/lint/lint.h"
#include "meshwright/text/textedit.h"

#include <cstdlib>

namespace meshwright::fuzz {

/// Ends the program where a finding says nothing, has no place in its file, or offers an edit that
/// can't be made.
inline void verify(const Workspace &workspace, const std::vector<Diagnostic> &findings)
{
    for (const Diagnostic &finding : findings) {
        const WorkspaceFile *file = workspace.file(finding.file);
        const std::size_t size = file && file->text ? file->text->bytes().size() : 0;
        if (!file || finding.message.empty() || !findRule(finding.rule) ||
            finding.range.begin > finding.range.end || finding.range.end > size)
            std::abort();
        for (const QuickFix &fix : finding.fixes)
            for (const auto &[name, edits] : fix.edit.files)
                if (!applyEdits(*workspace.file(name)->text, edits))
                    std::abort();
    }
}

} // namespace meshwright::fuzz
