// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/findings.h"

#include "ui/editor/documentsync.h"
#include "ui/session/snapshot.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QTextBlock>

#include <algorithm>

namespace meshwright::ui {

namespace {

/// An empty span would not be seen: it takes the character after it, or the one before.
QTextCursor visibleSpan(QTextCursor span)
{
    if (span.hasSelection())
        return span;
    if (!span.atBlockEnd())
        span.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
    else if (!span.atBlockStart())
        span.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor);
    return span;
}

} // namespace

void Findings::update(const Snapshot &snapshot, const DocumentSync &sync, QTextDocument *document)
{
    m_all.clear();
    if (!snapshot.diagnostics)
        return;
    for (const Diagnostic &diagnostic : *snapshot.diagnostics) {
        if (diagnostic.file != sync.file())
            continue;
        QTextCursor span(document);
        span.setPosition(sync.documentPosition(diagnostic.range.begin));
        span.setPosition(sync.documentPosition(diagnostic.range.end), QTextCursor::KeepAnchor);
        m_all.push_back({diagnostic, visibleSpan(span)});
    }
    std::stable_sort(m_all.begin(), m_all.end(), [](const Finding &a, const Finding &b) {
        return a.span.selectionStart() < b.span.selectionStart();
    });
}

std::vector<const Finding *> Findings::at(int position) const
{
    std::vector<const Finding *> found;
    for (const Finding &finding : m_all)
        if (finding.span.selectionStart() <= position && position <= finding.span.selectionEnd())
            found.push_back(&finding);
    return found;
}

std::vector<const Finding *> Findings::onLine(int blockNumber) const
{
    std::vector<const Finding *> found;
    for (const Finding &finding : m_all) {
        const QTextBlock block = finding.span.document()->findBlock(finding.span.selectionStart());
        if (block.blockNumber() == blockNumber)
            found.push_back(&finding);
    }
    return found;
}

const Finding *Findings::after(int position) const
{
    for (const Finding &finding : m_all)
        if (finding.span.selectionStart() > position)
            return &finding;
    return m_all.empty() ? nullptr : &m_all.front();
}

const Finding *Findings::before(int position) const
{
    for (auto finding = m_all.rbegin(); finding != m_all.rend(); ++finding)
        if (finding->span.selectionStart() < position)
            return &*finding;
    return m_all.empty() ? nullptr : &m_all.back();
}

QString severityIconName(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return QStringLiteral("error");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Info:
    case Severity::Hint:
        break;
    }
    return QStringLiteral("info");
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return QCoreApplication::translate("Findings", "Error");
    case Severity::Warning:
        return QCoreApplication::translate("Findings", "Warning");
    case Severity::Info:
        return QCoreApplication::translate("Findings", "Info");
    case Severity::Hint:
        break;
    }
    return QCoreApplication::translate("Findings", "Hint");
}

QColor severityColor(Severity severity)
{
    const theme::Tokens &t = theme::tokens();
    switch (severity) {
    case Severity::Error:
        return t.error;
    case Severity::Warning:
        return t.warning;
    case Severity::Info:
    case Severity::Hint:
        break;
    }
    return t.accent;
}

} // namespace meshwright::ui
