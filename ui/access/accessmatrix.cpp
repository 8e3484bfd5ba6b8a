// SPDX-License-Identifier: Apache-2.0
#include "ui/access/accessmatrix.h"

#include "ui/text/text.h"
#include "ui/theme/theme.h"

namespace meshwright::ui {

namespace {

constexpr qsizetype mostKept = 4000; ///< rows whose ACLs are remembered

/// R or W where it is allowed, ✕ where an ACL denies it, nothing where none is about it.
QString signOf(const AccessMatrix::Cell &cell)
{
    const bool isDenied =
        cell.read.ground == AccessGround::Denied || cell.write.ground == AccessGround::Denied;
    QString text;
    if (cell.read.isAllowed)
        text += u'R';
    if (cell.write.isAllowed)
        text += u'W';
    if (isDenied)
        text += u'✕';
    return text;
}

QString wordsOf(const AccessMatrix::Cell &cell)
{
    QStringList parts;
    const auto add = [&parts](const Decision &decision, const QString &may, const QString &not_) {
        if (decision.isAllowed)
            parts << may;
        else if (decision.ground == AccessGround::Denied)
            parts << not_;
    };
    add(cell.read, AccessMatrix::tr("may read"), AccessMatrix::tr("is denied to read"));
    add(cell.write, AccessMatrix::tr("may write"), AccessMatrix::tr("is denied to write"));
    return parts.isEmpty() ? AccessMatrix::tr("may do nothing") : parts.join(QStringLiteral(", "));
}

} // namespace

void AccessMatrix::show(const MadeReviewPtr &made)
{
    const bool hasSameNames = m_made && made &&
                              m_made->review->topics() == made->review->topics() &&
                              m_made->review->principals() == made->review->principals();
    if (hasSameNames) { // what is selected and seen stays so
        m_made = made;
        m_about.clear();
        if (rowCount() > 0 && columnCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_made = made;
    filter();
    endResetModel();
}

void AccessMatrix::setFilter(const QString &topics, const QString &principals)
{
    beginResetModel();
    m_topicFilter = topics.trimmed();
    m_principalFilter = principals.trimmed();
    filter();
    endResetModel();
}

void AccessMatrix::filter()
{
    m_about.clear();
    const auto matching = [](const std::vector<std::string> &names, const QString &wanted) {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < names.size(); ++i)
            if (wanted.isEmpty() || toQt(names[i]).contains(wanted, Qt::CaseInsensitive))
                found.push_back(i);
        return found;
    };
    m_topics =
        m_made ? matching(m_made->review->topics(), m_topicFilter) : std::vector<std::size_t>();
    m_principals = m_made ? matching(m_made->review->principals(), m_principalFilter)
                          : std::vector<std::size_t>();
}

int AccessMatrix::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_topics.size());
}

int AccessMatrix::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_principals.size());
}

const std::string &AccessMatrix::topic(int row) const
{
    return m_made->review->topics().at(m_topics.at(static_cast<std::size_t>(row)));
}

const std::string &AccessMatrix::principal(int column) const
{
    return m_made->review->principals().at(m_principals.at(static_cast<std::size_t>(column)));
}

const std::vector<const Acl *> &AccessMatrix::about(int row) const
{
    const auto known = m_about.find(row);
    if (known != m_about.end())
        return *known;
    if (m_about.size() > mostKept)
        m_about.clear();
    return *m_about.insert(row, m_made->review->access().about(ResourceType::Topic, topic(row)));
}

AccessMatrix::Cell AccessMatrix::cell(int row, int column) const
{
    const auto decide = [&](AclOperation operation) {
        return m_made->review->access().decideBy(
            about(row), {principal(column), {}, operation, ResourceType::Topic, topic(row)});
    };
    return {decide(AclOperation::Read), decide(AclOperation::Write)};
}

QVariant AccessMatrix::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return signOf(cell(index.row(), index.column()));
    case Qt::TextAlignmentRole:
        return Qt::AlignCenter;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return tr("%1 %2 %3", "a principal, what it may do, a topic")
            .arg(toQt(principal(index.column())), wordsOf(cell(index.row(), index.column())),
                 toQt(topic(index.row())));
    case Qt::ForegroundRole: {
        const Cell said = cell(index.row(), index.column());
        const bool isDenied =
            said.read.ground == AccessGround::Denied || said.write.ground == AccessGround::Denied;
        const bool isEverybodys =
            !said.write.isAllowed && said.read.acl && said.read.acl->principal == "User:*";
        const theme::Tokens &tokens = theme::tokens();
        return isDenied ? tokens.error : isEverybodys ? tokens.muted : tokens.text;
    }
    default:
        return {};
    }
}

QVariant AccessMatrix::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0 || section >= (orientation == Qt::Vertical ? rowCount() : columnCount()))
        return {};
    if (role == Qt::FontRole)
        return theme::fixedFont();
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    if (orientation == Qt::Vertical)
        return toQt(topic(section));
    const std::string &name = principal(section);
    const Context *context = m_made->review->contextOf(name);
    return role == Qt::DisplayRole && context ? toQt(context->id.value) : toQt(name);
}

} // namespace meshwright::ui
