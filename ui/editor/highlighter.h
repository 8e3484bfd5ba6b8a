// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/editor/scanner.h"

#include <QSyntaxHighlighter>

namespace meshwright::ui {

/// Paints scanLine's spans in the theme's colours, once it was given a document.
class Highlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    Highlighter(Language language, QObject *parent);

    /// Colours all of the document, or (null) nothing any more.
    void colour(QTextDocument *document);
    /// Colours again where the theme's colours are others by now.
    void followTheme();

protected:
    void highlightBlock(const QString &line) override;

private:
    Language m_language;
    QList<QColor> m_colours; ///< that the document was painted with
};

} // namespace meshwright::ui
