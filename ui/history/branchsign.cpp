// SPDX-License-Identifier: Apache-2.0
#include "ui/history/branchsign.h"

#include "ui/history/historywatch.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>

namespace meshwright::ui {

namespace {

constexpr int shortId = 8;
constexpr int widestName = 180;

QString nameOf(const history::Head &head)
{
    if (!head.branch.empty())
        return toQt(head.branch);
    return head.commit ? toQt(head.commit->id.substr(0, shortId)) : QString();
}

QString distanceText(const history::Head &head)
{
    if (!head.distance)
        return {};
    QString text;
    if (head.distance->ahead > 0)
        text += QStringLiteral(" ↑%1").arg(head.distance->ahead);
    if (head.distance->behind > 0)
        text += QStringLiteral(" ↓%1").arg(head.distance->behind);
    return text;
}

QStringList sentences(const HistoryStatus &status)
{
    const auto &head = *status.head;
    QStringList all;
    if (head.branch.empty())
        all += BranchSign::tr("No branch: HEAD is at commit %1.").arg(nameOf(head));
    else if (!head.commit)
        all += BranchSign::tr("Branch %1, without a commit yet.").arg(nameOf(head));
    else
        all += BranchSign::tr("Branch %1.").arg(nameOf(head));
    if (head.distance && (head.distance->ahead > 0 || head.distance->behind > 0))
        all += BranchSign::tr("%1 ahead of %3, %2 behind.")
                   .arg(head.distance->ahead)
                   .arg(head.distance->behind)
                   .arg(toQt(head.upstream));
    const int files = status.changedFiles();
    all += files == 0 ? BranchSign::tr("No files changed since the last commit.")
                      : BranchSign::tr("%n file(s) changed since the last commit.", nullptr, files);
    return all;
}

} // namespace

BranchSign::BranchSign(const HistoryWatch &history, QWidget *parent)
    : QToolButton(parent)
    , m_history(history)
{
    setObjectName(QStringLiteral("branchSign"));
    setAutoRaise(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(&m_history, &HistoryWatch::changed, this, &BranchSign::refresh);
    refresh();
}

void BranchSign::refresh()
{
    const auto &status = m_history.status();
    setVisible(status.head.has_value() || !status.trouble.isEmpty());
    if (!status.head) {
        setIcon(theme::icon("warning", theme::Ink::Warning));
        setText(tr("Git"));
        setToolTip(status.trouble);
        setAccessibleName(status.trouble);
        return;
    }
    setIcon(theme::icon("branch", theme::Ink::Muted));
    const int files = status.changedFiles();
    const QString name =
        fontMetrics().elidedText(nameOf(*status.head), Qt::ElideMiddle, widestName);
    setText(name + distanceText(*status.head) +
            (files > 0 ? QStringLiteral(" · ") + tr("%n changed", nullptr, files) : QString()));
    const QString spoken = sentences(status).join(QLatin1Char(' '));
    setToolTip(spoken);
    setAccessibleName(spoken);
}

} // namespace meshwright::ui
