// SPDX-License-Identifier: Apache-2.0
// What the editors remember of a folder from one run to the next.
#include "ui/editor/editorarea.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/folding.h"
#include "ui/session/session.h"
#include "ui/text/text.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QScrollBar>
#include <QTabWidget>

#include <algorithm>

namespace meshwright::ui {

namespace {

const QString fileKey = QStringLiteral("file");
const QString caretKey = QStringLiteral("caret");
const QString topKey = QStringLiteral("top");
const QString foldsKey = QStringLiteral("folds");
const QString currentKey = QStringLiteral("current");
const QString filesKey = QStringLiteral("files");

QJsonArray foldsOf(const CodeEditor &editor)
{
    QJsonArray lines;
    for (QTextBlock b = editor.document()->begin(); b.isValid(); b = b.next())
        if (folding::isFolded(b))
            lines.append(b.blockNumber());
    return lines;
}

void restorePage(CodeEditor &editor, const QJsonObject &state)
{
    const QJsonArray folds = state.value(foldsKey).toArray();
    for (qsizetype i = folds.size() - 1; i >= 0; --i) { // inner ones first
        const QTextBlock block = editor.document()->findBlockByNumber(folds[i].toInt(-1));
        if (block.isValid())
            folding::setFolded(block, true);
    }
    const auto caret =
        static_cast<std::size_t>(std::max<qint64>(0, state.value(caretKey).toInteger()));
    editor.reveal({caret, caret});
    editor.verticalScrollBar()->setValue(state.value(topKey).toInt());
}

} // namespace

QJsonObject EditorArea::state() const
{
    QJsonArray files;
    for (int i = 0; i < m_tabs->count(); ++i) {
        const EditorPage *page = pageAt(i);
        if (page == m_preview)
            continue;
        const CodeEditor &editor = *page->editor();
        files.append(QJsonObject{{fileKey, toQt(page->file())},
                                 {caretKey, static_cast<qint64>(editor.caretOffset())},
                                 {topKey, editor.verticalScrollBar()->value()},
                                 {foldsKey, foldsOf(editor)}});
    }
    const EditorPage *current = currentPage();
    return {{filesKey, files},
            {currentKey, current && current != m_preview ? toQt(current->file()) : QString()}};
}

void EditorArea::restoreState(const QJsonObject &state)
{
    const QJsonArray files = state.value(filesKey).toArray();
    for (const QJsonValue &each : files) {
        const QJsonObject page = each.toObject();
        const std::string file = fromQt(page.value(fileKey).toString());
        if (!m_session.text(file))
            continue;
        if (const EditorPage *opened = openFile(file))
            restorePage(*opened->editor(), page);
    }
    const int current = indexOf(fromQt(state.value(currentKey).toString()));
    if (current >= 0)
        m_tabs->setCurrentIndex(current);
}

} // namespace meshwright::ui
