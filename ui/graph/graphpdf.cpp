// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphexport.h"

#include "ui/graph/graphlegend.h"
#include "ui/graph/graphpainter.h"
#include "ui/theme/theme.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageLayout>
#include <QPdfWriter>

#include <algorithm>
#include <cmath>

namespace meshwright::ui {

namespace {

constexpr int dotsPerInch = 96; ///< so that the scene's pixels are the page's
constexpr double readable = 0.6;
constexpr double tileScale = 0.8;
constexpr double overlap = 60; ///< of neighbouring pages, in pixels of the page
constexpr double header = 26;
constexpr int mostTiles = 400;

/// Light, whatever the window is: paper is.
GraphStyle paperStyle()
{
    return {theme::tokensFor(false, false), theme::bodyFont(), theme::fixedFont()};
}

class Pages
{
public:
    Pages(QPdfWriter &writer, const GraphExport &source)
        : m_writer(writer)
        , m_source(source)
        , m_painter(&writer)
        , m_room(0, header, writer.width(), writer.height() - header)
    {}

    void paint()
    {
        const GraphLegend legend;
        const QRectF bounds = m_source.scene->bounds;
        const QRectF room = m_room.adjusted(0, 0, 0, -legend.sizeHint().height());
        const double scale =
            std::min({room.width() / bounds.width(), room.height() / bounds.height(), 1.0});
        paintPart(room, bounds.center(), scale, QString());
        m_painter.save();
        m_painter.translate(room.bottomLeft());
        legend.paint(m_painter, m_style.tokens);
        m_painter.restore();
        if (scale < readable)
            paintTiles();
        m_painter.end();
    }

private:
    void paintTiles()
    {
        const QRectF bounds = m_source.scene->bounds;
        const auto tileAt = [&](double scale) {
            return (m_room.size() - QSizeF(overlap, overlap)) / scale;
        };
        const auto countOf = [](double length, double tile) {
            return std::max(1, int(std::ceil(length / tile)));
        };
        double scale = tileScale;
        while (countOf(bounds.width(), tileAt(scale).width()) *
                   countOf(bounds.height(), tileAt(scale).height()) >
               mostTiles)
            scale *= 0.9;
        const QSizeF tile = tileAt(scale);
        const int columns = countOf(bounds.width(), tile.width());
        const int rows = countOf(bounds.height(), tile.height());
        for (int row = 0; row < rows; ++row)
            for (int column = 0; column < columns; ++column) {
                const QRectF part(
                    bounds.topLeft() + QPointF(column * tile.width(), row * tile.height()), tile);
                if (!holdsCards(part))
                    continue;
                m_writer.newPage();
                paintPart(m_room, part.center(), scale, rowName(row) + QString::number(column + 1));
            }
    }

    bool holdsCards(const QRectF &part) const
    {
        const auto &cards = m_source.scene->cards;
        return std::any_of(cards.begin(), cards.end(),
                           [&](const CardShape &card) { return card.box.intersects(part); });
    }

    static QString rowName(int row)
    {
        QString name;
        for (int rest = row; rest >= 0; rest = rest / 26 - 1)
            name.prepend(QChar(u'A' + rest % 26));
        return name;
    }

    void paintPart(const QRectF &room, const QPointF &centre, double scale, const QString &name)
    {
        GraphFrame frame;
        frame.scale = scale;
        frame.origin = centre - QPointF(room.width(), room.height()) / (2 * scale);
        frame.size = room.size().toSize();
        m_painter.save();
        m_painter.setClipRect(room);
        m_painter.translate(room.topLeft());
        GraphPainter(m_painter, *m_source.scene, frame, m_style).paintAll();
        m_painter.restore();
        m_painter.setFont(m_style.body);
        m_painter.setPen(m_style.tokens.muted);
        const QString count = QCoreApplication::translate(
            "GraphExport", "%n bounded context(s)", nullptr, int(m_source.scene->cards.size()));
        m_painter.drawText(QPointF(0, 16), count);
        m_painter.drawText(QRectF(0, 0, m_room.width(), header), Qt::AlignRight | Qt::AlignTop,
                           name);
    }

    QPdfWriter &m_writer;
    const GraphExport &m_source;
    QPainter m_painter;
    QRectF m_room; ///< of a page, below its header
    GraphStyle m_style = paperStyle();
};

} // namespace

QByteArray graphPdf(const GraphExport &source)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(dotsPerInch);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A3), QPageLayout::Landscape,
                                     QMarginsF(12, 12, 12, 12), QPageLayout::Millimeter));
    writer.setTitle(QCoreApplication::translate("GraphExport", "The graph of bounded contexts"));
    Pages(writer, source).paint();
    return bytes;
}

} // namespace meshwright::ui
