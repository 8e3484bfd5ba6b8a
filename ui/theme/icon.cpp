// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/icon.h"

#include "ui/theme/theme.h"

#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <utility>

namespace meshwright::ui::theme {

namespace {

class TintedSvg : public QIconEngine
{
public:
    TintedSvg(QString name, Ink ink, const QColor &fixed = {})
        : m_name(std::move(name))
        , m_ink(ink)
        , m_fixed(fixed)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        const QPixmap pixmap = scaledPixmap(rect.size() * ratio, mode, state, ratio);
        painter->drawPixmap(rect, pixmap);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal ratio) override
    {
        const QColor own = m_fixed.isValid() ? m_fixed : colorOf(m_ink);
        const QColor color = mode == QIcon::Disabled ? tokens().disabled : own;
        const QString key = QStringLiteral("meshwright/%1/%2x%3/%4")
                                .arg(m_name)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(color.name());
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = draw(size, color);
            QPixmapCache::insert(key, pixmap);
        }
        pixmap.setDevicePixelRatio(ratio);
        return pixmap;
    }

    QIconEngine *clone() const override { return new TintedSvg(m_name, m_ink, m_fixed); }

    QString key() const override { return QStringLiteral("meshwright-svg"); }

    QString iconName() override { return m_name; }

private:
    QPixmap draw(const QSize &size, const QColor &color) const
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QSvgRenderer renderer(QStringLiteral(":/meshwright/icons/%1.svg").arg(m_name));
        QPainter painter(&pixmap);
        if (renderer.isValid())
            renderer.render(&painter, QRectF(QPointF(0, 0), QSizeF(size)));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), color);
        return pixmap;
    }

    QString m_name;
    Ink m_ink;
    QColor m_fixed;
};

} // namespace

QColor colorOf(Ink ink)
{
    const Tokens &t = tokens();
    switch (ink) {
    case Ink::Text:
        return t.text;
    case Ink::Muted:
        return t.muted;
    case Ink::Faint:
        return t.faint;
    case Ink::Accent:
        return t.accent;
    case Ink::OnAccent:
        return t.onAccent;
    case Ink::Error:
        return t.error;
    case Ink::Warning:
        return t.warning;
    case Ink::Good:
        return t.good;
    case Ink::Public:
        return t.publicAccess;
    case Ink::Protected:
        return t.protectedAccess;
    case Ink::Private:
        return t.privateAccess;
    }
    return t.text;
}

QIcon icon(const QString &name, Ink ink)
{
    return QIcon(new TintedSvg(name, ink));
}

QIcon icon(const QString &name, const QColor &color)
{
    return QIcon(new TintedSvg(name, Ink::Text, color));
}

QIcon appIcon()
{
    return QIcon(QStringLiteral(":/meshwright/icons/app.svg"));
}

QIcon icon(const char *name, Ink ink)
{
    return icon(QString::fromLatin1(name), ink);
}

} // namespace meshwright::ui::theme
