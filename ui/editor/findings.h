// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/diagnostic.h"

#include <QList>
#include <QTextCursor>

#include <vector>

namespace meshwright::ui {

class DocumentSync;
struct Snapshot;

/// A diagnostic on its characters; the cursor moves with edits until the next snapshot.
struct Finding
{
    Diagnostic diagnostic;
    QTextCursor span;
};

/// The findings of one document, in the order of the text.
class Findings
{
public:
    void update(const Snapshot &snapshot, const DocumentSync &sync, QTextDocument *document);

    const std::vector<Finding> &all() const { return m_all; }

    std::vector<const Finding *> at(int position) const;
    std::vector<const Finding *> onLine(int blockNumber) const;
    /// The first that starts after the position, or the very first; null where there is none.
    const Finding *after(int position) const;
    const Finding *before(int position) const;

private:
    std::vector<Finding> m_all;
};

/// The sign of the gravest, among error, warning and info; for icons.
QString severityIconName(Severity severity);
QString severityName(Severity severity);
QColor severityColor(Severity severity);

} // namespace meshwright::ui
