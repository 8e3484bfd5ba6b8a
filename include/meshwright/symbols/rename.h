// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"
#include "meshwright/symbols/symbols.h"
#include "meshwright/text/textedit.h"

#include <string>

namespace meshwright::symbols {

/// Whether a symbol of this kind and place can be renamed at all; Invalid with the reason where not
/// (a field's readers are not in this workspace), Conflict where a file can't be read.
Result<void> checkRenamable(const SymbolIndex &index, const Symbol &symbol);

/// The edits that give the symbol another name wherever it stands, each in the spelling that is
/// there: short, full or with slashes, with its quotes and escapes. A topic's new name is the full
/// one, or begins with an access keyword; a context's is its domain id; a domain's begins the ids
/// of all its contexts.
///
/// Nothing is changed where the name is the present one. Conflict where the name is taken, or where
/// a file can't be read, so that its uses are not known (`where` names it); Invalid where a finding
/// would appear that was not there, with that finding's message.
Result<WorkspaceEdit> renameEdits(const SymbolIndex &index, const Symbol &symbol,
                                  const std::string &newName);

} // namespace meshwright::symbols
