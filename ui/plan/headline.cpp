// SPDX-License-Identifier: Apache-2.0
#include "ui/plan/headline.h"

#include "ui/theme/theme.h"

#include <QLabel>

namespace meshwright::ui::headline {

QLabel *make(const char *objectName, QWidget *parent)
{
    auto *line = new QLabel(parent);
    line->setObjectName(QLatin1String(objectName));
    line->setWordWrap(true);
    line->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return line;
}

void show(QLabel &line, const QString &html)
{
    line.setText(html);
    line.setVisible(!html.isEmpty());
}

QString marked(const QString &sign, const QColor &color, const QString &html)
{
    return QStringLiteral("<span style=\"color:%1\"><b>%2</b> %3</span>")
        .arg(color.name(), sign, html);
}

QString link(const QString &text)
{
    return QStringLiteral(" <a href=\"#\" style=\"color:%1\">%2</a>")
        .arg(theme::tokens().accent.name(), text);
}

} // namespace meshwright::ui::headline
