// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/session/snapshot.h"

#include <QString>

#include <optional>

namespace meshwright::ui {

/// What stands at a byte of a file: a channel's topic, else the spec's context, else nothing.
Selection selectionAt(const Snapshot &snapshot, const std::string &file, std::size_t offset);

/// Where the selection is declared: a topic's address (a foreign one's: its owner's, or the first
/// reader's), a context's id.
std::optional<asyncapi::Place> placeOf(const Snapshot &snapshot, const Selection &selection);

/// What is selected when one topology takes another's place: a topic or a context that has another
/// name there, and that alone, stays selected.
Selection followed(const Selection &selection, const Topology &before, const Topology &after);

/// `finance/sales.yaml:12:3`; the file alone where its text is not known.
QString placeText(const WorkspacePtr &workspace, const std::string &file, std::size_t offset);

/// How many findings of a file are errors and warnings; with a range, those that begin in it.
struct FindingCounts
{
    int errors = 0;
    int warnings = 0;
    int others = 0;

    bool operator==(const FindingCounts &) const = default;
    FindingCounts &operator+=(const FindingCounts &other);

    bool isEmpty() const { return errors + warnings + others == 0; }
};

FindingCounts countFindings(const std::vector<Diagnostic> &diagnostics);
FindingCounts countFindings(const std::vector<Diagnostic> &diagnostics, const std::string &file,
                            std::optional<Range> range = {});

} // namespace meshwright::ui
