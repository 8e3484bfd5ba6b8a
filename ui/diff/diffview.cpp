// SPDX-License-Identifier: Apache-2.0
#include "ui/diff/diffview.h"

#include "ui/text/text.h"
#include "ui/theme/mirror.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QTextBlock>

#include <algorithm>

namespace meshwright::ui {

namespace {

// Beyond this many the view would be laid out for seconds, and nobody reads on.
constexpr std::size_t mostRows = 5000;
constexpr int longestRow = 2000;
constexpr int tintAlpha = 38;

QString numberOf(std::size_t line, qsizetype width)
{
    return line > 0 ? QString::number(line).rightJustified(width)
                    : QString(width, QLatin1Char(' '));
}

QColor tint(QColor color)
{
    color.setAlpha(tintAlpha);
    return color;
}

} // namespace

DiffView::DiffView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("diffView"));
    setAccessibleName(tr("Differences"));
    setReadOnly(true);
    theme::keepLeftToRight(*this);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    theme::setFont(*this, theme::fixedDetailFont);
}

void DiffView::setTexts(std::string_view before, std::string_view after)
{
    m_rows = diffRows(before, after);
    countRows();
    if (m_rows.empty())
        return setSentence(tr("Both are the same."));
    showRows();
}

/// A title is a gap with words.
void DiffView::setFiles(const std::vector<FileTexts> &files)
{
    m_rows.clear();
    for (const FileTexts &file : files) {
        if (files.size() > 1)
            m_rows.push_back({DiffRow::Kind::Gap, 0, 0, fromQt(file.title)});
        for (DiffRow &row : diffRows(file.before, file.after))
            m_rows.push_back(std::move(row));
    }
    countRows();
    showRows();
}

void DiffView::countRows()
{
    const auto count = [this](DiffRow::Kind kind) {
        return static_cast<int>(
            std::ranges::count(m_rows, kind, [](const DiffRow &row) { return row.kind; }));
    };
    m_added = count(DiffRow::Kind::Added);
    m_removed = count(DiffRow::Kind::Removed);
}

void DiffView::setSentence(const QString &sentence)
{
    m_rows.clear();
    setExtraSelections({});
    setPlainText(sentence);
}

void DiffView::showRows()
{
    const std::size_t shown = std::min(m_rows.size(), mostRows);
    std::size_t last = 0;
    for (std::size_t i = 0; i < shown; ++i)
        last = std::max({last, m_rows[i].oldLine, m_rows[i].newLine});
    const qsizetype width = QString::number(last).size();
    QStringList lines;
    for (std::size_t i = 0; i < shown; ++i) {
        const DiffRow &row = m_rows[i];
        const QChar sign = row.kind == DiffRow::Kind::Added     ? QLatin1Char('+')
                           : row.kind == DiffRow::Kind::Removed ? QChar(0x2212)
                                                                : QLatin1Char(' ');
        if (row.kind == DiffRow::Kind::Gap)
            lines.append(row.text.empty() ? QString(2 * width + 2, QLatin1Char(' ')) + QChar(0x22EF)
                                          : toQt(row.text));
        else
            lines.append(numberOf(row.oldLine, width) + QLatin1Char(' ') +
                         numberOf(row.newLine, width) + QLatin1Char(' ') + sign + QLatin1Char(' ') +
                         toQt(row.text).left(longestRow));
    }
    if (shown < m_rows.size())
        lines.append(tr("… and %n line(s) more", nullptr, static_cast<int>(m_rows.size() - shown)));
    setPlainText(lines.join(QLatin1Char('\n')));

    const theme::Tokens &t = theme::tokens();
    QList<QTextEdit::ExtraSelection> marks;
    QTextBlock block = document()->firstBlock();
    for (std::size_t i = 0; i < shown; ++i, block = block.next()) {
        const DiffRow::Kind kind = m_rows[i].kind;
        if (kind == DiffRow::Kind::Same || kind == DiffRow::Kind::Gap)
            continue;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        mark.format.setBackground(tint(kind == DiffRow::Kind::Added ? t.good : t.error));
        marks.append(mark);
    }
    setExtraSelections(marks);
}

void DiffView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_rows.empty())
        showRows();
}

} // namespace meshwright::ui
