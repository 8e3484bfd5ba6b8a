// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/folding.h"

#include <QPlainTextDocumentLayout>
#include <QTextDocument>

namespace meshwright::ui::folding {

namespace {

struct Folded : QTextBlockUserData
{};

/// Columns before the first character; -1 for an empty line.
int indentOf(const QTextBlock &block)
{
    const QString line = block.text();
    int i = 0;
    while (i < line.size() && line[i].isSpace())
        ++i;
    return i == line.size() ? -1 : i;
}

bool isItem(const QTextBlock &block, int indent)
{
    const QString line = block.text();
    return QStringView(line).mid(indent).startsWith(QLatin1String("- "));
}

bool opensList(const QTextBlock &block, int indent)
{
    return !isItem(block, indent) && block.text().trimmed().endsWith(QLatin1Char(':'));
}

bool isHeldBy(const QTextBlock &block, int indent, bool takesItems)
{
    const int own = indentOf(block);
    return own < 0 || own > indent || (takesItems && own == indent && isItem(block, own));
}

QTextBlock nextFilled(QTextBlock block)
{
    do
        block = block.next();
    while (block.isValid() && indentOf(block) < 0);
    return block;
}

void relayout(const QTextBlock &from, const QTextBlock &to)
{
    auto *document = const_cast<QTextDocument *>(from.document());
    document->markContentsDirty(from.position(), to.position() + to.length() - from.position());
    if (auto *layout = qobject_cast<QPlainTextDocumentLayout *>(document->documentLayout())) {
        layout->requestUpdate();
        emit layout->documentSizeChanged(layout->documentSize());
    }
}

} // namespace

bool isFoldable(const QTextBlock &block)
{
    const int indent = indentOf(block);
    if (indent < 0)
        return false;
    const QTextBlock next = nextFilled(block);
    return next.isValid() && isHeldBy(next, indent, opensList(block, indent));
}

bool isFolded(const QTextBlock &block)
{
    return dynamic_cast<Folded *>(block.userData()) != nullptr;
}

QTextBlock lastOf(const QTextBlock &block)
{
    const int indent = indentOf(block);
    const bool takesItems = opensList(block, indent);
    QTextBlock last = block;
    for (QTextBlock b = nextFilled(block); b.isValid() && isHeldBy(b, indent, takesItems);
         b = nextFilled(b))
        last = b;
    return last;
}

void setFolded(const QTextBlock &block, bool folded)
{
    if (isFolded(block) == folded || (folded && !isFoldable(block)))
        return;
    QTextBlock changed = block;
    changed.setUserData(folded ? new Folded : nullptr);
    const QTextBlock last = lastOf(block);
    if (last == block)
        return;
    for (QTextBlock b = block.next(); b.isValid(); b = b.next()) {
        b.setVisible(!folded);
        b.setLineCount(folded ? 0 : qMax(1, b.layout()->lineCount()));
        if (!folded && isFolded(b)) { // an inner fold stays closed
            const QTextBlock end = lastOf(b);
            while (b != end)
                b = b.next();
        }
        if (b == last)
            break;
    }
    relayout(block, last);
}

void unfoldTo(const QTextBlock &block)
{
    while (block.isValid() && !block.isVisible()) {
        QTextBlock opener = block.previous();
        while (opener.isValid() && (!opener.isVisible() || !isFolded(opener)))
            opener = opener.previous();
        if (!opener.isValid()) {
            QTextBlock shown = block;
            shown.setVisible(true);
            return relayout(block, block);
        }
        setFolded(opener, false);
    }
}

void setAllFolded(QTextDocument *document, bool folded)
{
    QTextBlock block = document->begin();
    while (block.isValid()) {
        const QTextBlock last = lastOf(block);
        if (folded && last != block && indentOf(block) == 0)
            setFolded(block, true);
        else if (!folded)
            setFolded(block, false);
        block = folded && isFolded(block) ? last.next() : block.next();
    }
}

void refresh(QTextDocument *document)
{
    int hiddenUntil = -1;
    bool hasChanged = false;
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        const bool visible = block.blockNumber() > hiddenUntil;
        if (visible && isFolded(block)) {
            if (isFoldable(block))
                hiddenUntil = lastOf(block).blockNumber();
            else
                block.setUserData(nullptr);
        }
        if (block.isVisible() == visible)
            continue;
        block.setVisible(visible);
        block.setLineCount(visible ? qMax(1, block.layout()->lineCount()) : 0);
        hasChanged = true;
    }
    if (hasChanged)
        relayout(document->begin(), document->lastBlock());
}

} // namespace meshwright::ui::folding
