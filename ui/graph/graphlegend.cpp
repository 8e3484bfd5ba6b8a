// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphlegend.h"

#include "ui/graph/cardpainter.h"
#include "ui/graph/livefigures.h"
#include "ui/theme/mirror.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace meshwright::ui {

namespace {

enum Row {
    Consumed,
    GrantedOnly,
    ObservedOnly,
    Disagreed,
    Several,
    ControlPlane,
    Public,
    Protected,
    Private
};

constexpr int inset = 12;
constexpr int signWidth = 40;
constexpr int rowHeight = 21;

void paintSign(QPainter &painter, int row, const QRectF &box, const theme::Tokens &tokens)
{
    const auto line = [&](double width, const QList<qreal> &dashes = {}, const QColor &color = {}) {
        QPen pen(color.isValid() ? color : tokens.muted, width);
        pen.setCapStyle(dashes.size() && dashes.front() < 1 ? Qt::RoundCap : Qt::FlatCap);
        if (!dashes.isEmpty())
            pen.setDashPattern(dashes);
        painter.setPen(pen);
        painter.drawLine(QPointF(box.left(), box.center().y()),
                         QPointF(box.right() - 10, box.center().y()));
    };
    const QRectF sign(box.left() + 9, box.center().y() - 6, 12, 12);
    switch (row) {
    case Consumed:
        line(1.4);
        break;
    case GrantedOnly:
        line(1.4, {5 / 1.4, 4 / 1.4});
        break;
    case ObservedOnly:
        line(1.8, {0.01, 2.4});
        break;
    case Disagreed:
        line(1.4, {}, tokens.error);
        paintMismatchSign(painter, sign.center(), 6, tokens);
        break;
    case Several:
        line(4);
        break;
    case ControlPlane: {
        QPen pen(tokens.muted, 1.2);
        pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(2, 4, -12, -4), 3, 3);
        break;
    }
    case Public:
        paintAccessSign(painter, sign, Access::Public, tokens);
        break;
    case Protected:
        paintAccessSign(painter, sign, Access::Protected, tokens);
        break;
    case Private:
        paintAccessSign(painter, sign, Access::Private, tokens);
        break;
    default:
        break;
    }
}

} // namespace

GraphLegend::GraphLegend(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("graphLegend"));
    setAccessibleName(tr("Legend"));
    setAccessibleDescription(texts().join(QStringLiteral("; ")));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    resize(sizeHint());
}

QStringList GraphLegend::texts() const
{
    return {tr("consumed"),
            tr("granted, not consumed"),
            tr("observed on the cluster, in no spec"),
            tr("specs and cluster disagree"),
            tr("several topics"),
            tr("control plane"),
            tr("public: everybody reads"),
            tr("protected: who was granted it reads"),
            tr("private: the owner only")};
}

QSize GraphLegend::sizeHint() const
{
    const QFontMetrics metrics(theme::detailFont());
    int width = 0;
    for (const QString &text : texts())
        width = std::max(width, metrics.horizontalAdvance(text));
    return {width + theme::scaled(signWidth) + 2 * inset,
            static_cast<int>(texts().size()) * theme::scaled(rowHeight) + 2 * inset - 6};
}

void GraphLegend::paintEvent(QPaintEvent * /*event*/)
{
    const theme::Tokens &tokens = theme::tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.line, 1));
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    paint(painter, tokens);
}

void GraphLegend::paint(QPainter &painter, const theme::Tokens &tokens) const
{
    painter.setFont(theme::detailFont());
    const QStringList all = texts();
    const int height = theme::scaled(rowHeight);
    for (int row = 0; row < all.size(); ++row) {
        const QRect line(inset, inset - 3 + row * height, width() - 2 * inset, height);
        const int signRoom = theme::scaled(signWidth);
        const QRect sign(line.left(), line.top(), signRoom, height);
        painter.save();
        painter.translate(theme::mirrored(*this, sign).topLeft());
        painter.scale(theme::textScale(), theme::textScale());
        paintSign(painter, row, QRectF(0, 0, signWidth, rowHeight), tokens);
        painter.restore();
        painter.setPen(tokens.muted);
        painter.drawText(theme::mirrored(*this, line.adjusted(signRoom, 0, 0, 0)),
                         Qt::AlignVCenter | Qt::AlignLeft, all[row]);
    }
}

void GraphLegend::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        resize(sizeHint());
    QWidget::changeEvent(event);
}

} // namespace meshwright::ui
