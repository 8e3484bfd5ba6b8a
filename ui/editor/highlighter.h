// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/editor/scanner.h"

#include <QSyntaxHighlighter>

namespace meshwright::ui {

/// Paints scanLine's spans in the theme's colours.
class Highlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    Highlighter(Language language, QTextDocument *document);

protected:
    void highlightBlock(const QString &line) override;

private:
    Language m_language;
};

} // namespace meshwright::ui
