// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTextBlock>

class QTextDocument;

namespace meshwright::ui {

/// Folding by indentation: a line holds the lines below it that are indented further (and, after
/// a key, the list items in its own column).
namespace folding {

bool isFoldable(const QTextBlock &block);
bool isFolded(const QTextBlock &block);
/// The last line that `block` holds; `block` itself where it holds none.
QTextBlock lastOf(const QTextBlock &block);
void setFolded(const QTextBlock &block, bool folded);
/// Opens every fold that hides the block.
void unfoldTo(const QTextBlock &block);
/// Folds all outermost lines, or unfolds all.
void setAllFolded(QTextDocument *document, bool folded);
/// Hides what folded lines hold now and shows the rest, after text came and went by other ways
/// than typing.
void refresh(QTextDocument *document);

} // namespace folding

} // namespace meshwright::ui
