// SPDX-License-Identifier: Apache-2.0
#include "ui/problems/problemsmodel.h"

#include "ui/editor/findings.h"
#include "ui/session/places.h"
#include "ui/session/session.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

namespace meshwright::ui {

namespace {

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
    if (m_diagnostics && fresh->size() == m_diagnostics->size()) {
        m_diagnostics = std::move(fresh);
        m_workspace = snapshot.workspace;
        if (!m_diagnostics->empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_diagnostics = std::move(fresh);
    m_workspace = snapshot.workspace;
    endResetModel();
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_diagnostics->size());
}

int ProblemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const Diagnostic &ProblemsModel::diagnostic(int row) const
{
    return (*m_diagnostics)[static_cast<std::size_t>(row)];
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
            return toQt(d.message);
        return index.column() == RuleColumn ? toQt(d.rule) : placeOf(d);
    case Qt::ToolTipRole:
        return index.column() == PlaceColumn ? placeOf(d) : toQt(d.message);
    case Qt::DecorationRole:
        if (index.column() == MessageColumn)
            return theme::icon(severityIconName(d.severity), inkOf(d.severity));
        return {};
    case Qt::AccessibleTextRole:
        if (index.column() == MessageColumn)
            return tr("%1: %2").arg(severityName(d.severity), toQt(d.message));
        return {};
    case Qt::FontRole:
        return index.column() == MessageColumn ? QVariant() : QVariant(theme::fixedDetailFont());
    case Qt::ForegroundRole:
        return index.column() == MessageColumn ? QVariant() : QVariant(theme::tokens().muted);
    case SeverityRole:
        return static_cast<int>(d.severity);
    case SortRole:
        if (index.column() == MessageColumn)
            return static_cast<int>(d.severity);
        return index.column() == RuleColumn ? QVariant(toQt(d.rule)) : QVariant(index.row());
    case FilterRole:
        return QString(toQt(d.message) + QLatin1Char('\n') + toQt(d.rule) + QLatin1Char('\n') +
                       toQt(d.file));
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
