// SPDX-License-Identifier: Apache-2.0
// What can be read in a picture of a widget.
#pragma once

#include <QPaintDevice>
#include <QPaintEngine>
#include <QWidget>

namespace meshwright::test {

/// Paints nothing, and keeps each text that it is given to paint.
class TextEngine : public QPaintEngine
{
public:
    TextEngine()
        : QPaintEngine(AllFeatures)
    {}

    bool begin(QPaintDevice * /*device*/) override { return true; }

    bool end() override { return true; }

    void updateState(const QPaintEngineState & /*state*/) override {}

    void drawPixmap(const QRectF & /*to*/, const QPixmap & /*pixmap*/,
                    const QRectF & /*from*/) override
    {}

    void drawImage(const QRectF & /*to*/, const QImage & /*image*/, const QRectF & /*from*/,
                   Qt::ImageConversionFlags /*flags*/) override
    {}

    void drawPath(const QPainterPath & /*path*/) override {}

    void drawPolygon(const QPointF * /*points*/, int /*count*/, PolygonDrawMode /*mode*/) override
    {}

    void drawTextItem(const QPointF & /*at*/, const QTextItem &item) override
    {
        m_text += item.text() + QLatin1Char('\n');
    }

    Type type() const override { return User; }

    QString text() const { return m_text; }

private:
    QString m_text;
};

class TextDevice : public QPaintDevice
{
public:
    explicit TextDevice(QSize size)
        : m_size(size)
    {}

    QPaintEngine *paintEngine() const override { return &m_engine; }

    QString text() const { return m_engine.text(); }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        constexpr int dotsPerInch = 96;
        switch (metric) {
        case PdmWidth:
        case PdmWidthMM:
            return m_size.width();
        case PdmHeight:
        case PdmHeightMM:
            return m_size.height();
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return dotsPerInch;
        case PdmNumColors:
            return 0xffffff;
        case PdmDepth:
            return 32;
        case PdmDevicePixelRatio:
            return 1;
        default: // scaled ratios have other units in later Qt
            return QPaintDevice::metric(metric);
        }
    }

private:
    QSize m_size;
    mutable TextEngine m_engine;
};

/// All text that the widget paints, but for its children; a line for each piece.
inline QString paintedText(QWidget &widget)
{
    TextDevice device(widget.size());
    widget.render(&device, {}, {}, QWidget::DrawWindowBackground);
    return device.text();
}

} // namespace meshwright::test
