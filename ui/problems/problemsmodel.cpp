// SPDX-License-Identifier: Apache-2.0
#include "ui/problems/problemsmodel.h"

#include "ui/editor/findings.h"
#include "ui/session/places.h"
#include "ui/session/session.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

namespace meshwright::ui {

namespace {

constexpr int allowedLast = 10; // behind every severity

theme::Ink inkOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return theme::Ink::Error;
    case Severity::Warning:
        return theme::Ink::Warning;
    case Severity::Info:
    case Severity::Hint:
        break;
    }
    return theme::Ink::Accent;
}

} // namespace

ProblemsModel::ProblemsModel(Session &session, QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
{
    refresh();
    connect(&m_session, &Session::snapshotChanged, this, &ProblemsModel::refresh);
}

void ProblemsModel::refresh()
{
    static const auto none = std::make_shared<const std::vector<Diagnostic>>();
    const Snapshot &snapshot = m_session.snapshot();
    auto fresh = snapshot.diagnostics ? snapshot.diagnostics : none;
    auto allowed = m_showsAllowed ? snapshot.allowed : nullptr;
    const auto sizeOf = [](const auto &list) { return list ? list->size() : 0; };
    if (m_diagnostics && fresh->size() == m_diagnostics->size() &&
        sizeOf(allowed) == sizeOf(m_allowed)) {
        m_diagnostics = std::move(fresh);
        m_allowed = std::move(allowed);
        m_workspace = snapshot.workspace;
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_diagnostics = std::move(fresh);
    m_allowed = std::move(allowed);
    m_workspace = snapshot.workspace;
    endResetModel();
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    const std::size_t allowed = m_allowed ? m_allowed->size() : 0;
    return parent.isValid() ? 0 : static_cast<int>(m_diagnostics->size() + allowed);
}

int ProblemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const Diagnostic &ProblemsModel::diagnostic(int row) const
{
    const auto at = static_cast<std::size_t>(row);
    return isAllowed(row) ? (*m_allowed)[at - m_diagnostics->size()].finding : (*m_diagnostics)[at];
}

bool ProblemsModel::isAllowed(int row) const
{
    return static_cast<std::size_t>(row) >= m_diagnostics->size();
}

void ProblemsModel::setAllowedShown(bool shown)
{
    m_showsAllowed = shown;
    refresh();
}

QString ProblemsModel::messageOf(int row) const
{
    const QString message = toQt(diagnostic(row).message);
    if (!isAllowed(row))
        return message;
    const auto at = static_cast<std::size_t>(row) - m_diagnostics->size();
    return tr("Allowed (%1): %2").arg(toQt((*m_allowed)[at].reason), message);
}

QString ProblemsModel::placeOf(const Diagnostic &diagnostic) const
{
    return placeText(m_workspace, diagnostic.file, diagnostic.range.begin);
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Diagnostic &d = diagnostic(index.row());
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == MessageColumn)
            return messageOf(index.row());
        return index.column() == RuleColumn ? toQt(d.rule) : placeOf(d);
    case Qt::ToolTipRole:
        if (index.column() == RuleColumn)
            return tr("Double-click: what the rule asks for, and why");
        return index.column() == PlaceColumn ? placeOf(d) : messageOf(index.row());
    case Qt::DecorationRole:
        if (index.column() == MessageColumn)
            return isAllowed(index.row())
                       ? theme::icon("skipped", theme::Ink::Muted)
                       : theme::icon(severityIconName(d.severity), inkOf(d.severity));
        return {};
    case Qt::AccessibleTextRole:
        if (index.column() == MessageColumn)
            return tr("%1: %2").arg(severityName(d.severity), messageOf(index.row()));
        return {};
    case Qt::FontRole:
        return index.column() == MessageColumn ? QVariant() : QVariant(theme::fixedDetailFont());
    case Qt::ForegroundRole:
        return index.column() == MessageColumn ? QVariant() : QVariant(theme::tokens().muted);
    case SeverityRole:
        return static_cast<int>(d.severity);
    case SortRole:
        if (index.column() == MessageColumn)
            return static_cast<int>(d.severity) + (isAllowed(index.row()) ? allowedLast : 0);
        return index.column() == RuleColumn ? QVariant(toQt(d.rule)) : QVariant(index.row());
    case AllowedRole:
        return isAllowed(index.row());
    case FilterRole:
        return QString(messageOf(index.row()) + QLatin1Char('\n') + toQt(d.rule) +
                       QLatin1Char('\n') + toQt(d.file));
    default:
        return {};
    }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case MessageColumn:
        return tr("Problem");
    case RuleColumn:
        return tr("Rule");
    case PlaceColumn:
        return tr("Place");
    default:
        return {};
    }
}

} // namespace meshwright::ui
