// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"
#include "meshwright/symbols/symbols.h"
#include "meshwright/text/textedit.h"

namespace meshwright::symbols {

/// The edits that give an owned topic to another context, under the name that it has there:
/// the declaration, with the comments above it and in AsyncAPI 3 the operations that send to it,
/// goes into that context's spec; every reader names it as it is called now. A context that read
/// its own topic keeps reading it. What the declaration refers to stays where it is, and is
/// referred to across files.
///
/// Conflict where the new owner has a topic or a key of that name, or reads the topic already (its
/// channel would have to become two things at once), or where a file can't be read; Invalid where
/// the specs are of different versions of AsyncAPI or written in JSON's form, and where a finding
/// would appear that was not there (its message says which).
Result<WorkspaceEdit> moveTopic(const SymbolIndex &index, const TopicName &topic,
                                const ContextId &to);

} // namespace meshwright::symbols
