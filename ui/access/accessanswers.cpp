// SPDX-License-Identifier: Apache-2.0
#include "ui/access/accessanswers.h"

#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <array>

namespace meshwright::ui {

namespace {

QString patternOf(const Acl &acl)
{
    const bool isPrefix = acl.patternType == PatternType::Prefixed;
    return toQt(acl.name) + (isPrefix ? QStringLiteral("*") : QString());
}

/// `ALLOW READ on acme.sales._public.* for User:*`
QString wordsOf(const Acl &acl)
{
    const QString words =
        AccessAnswers::tr("%1 %2 on %3 for %4", "ALLOW READ on a topic for User:x")
            .arg(toQt(std::string(nameOf(acl.permission))),
                 toQt(std::string(nameOf(acl.operation))), patternOf(acl), toQt(acl.principal));
    return acl.host == "*"
               ? words
               : AccessAnswers::tr("%1, from %2", "a rule, a host").arg(words, toQt(acl.host));
}

QString verdictOf(const Decision &decision)
{
    switch (decision.ground) {
    case AccessGround::Allowed:
        return AccessAnswers::tr("✓ may");
    case AccessGround::SuperUser:
        return AccessAnswers::tr("✓ super user");
    case AccessGround::Denied:
        return AccessAnswers::tr("✕ denied");
    case AccessGround::NoAcls:
    case AccessGround::NoneFits:
        break;
    }
    return decision.isAllowed ? AccessAnswers::tr("✓ open") : AccessAnswers::tr("✕ may not");
}

QString verdictOf(AclState state)
{
    switch (state) {
    case AclState::Missing:
        return AccessAnswers::tr("+ missing");
    case AclState::Excess:
        return AccessAnswers::tr("! in excess");
    case AclState::Shadowed:
        return AccessAnswers::tr("~ shadowed");
    case AclState::Reaching:
        return AccessAnswers::tr("! reaches others");
    case AclState::Dormant:
        return AccessAnswers::tr("○ not used");
    case AclState::InStep:
        break;
    }
    return AccessAnswers::tr("✓ in step");
}

QColor colorOf(const Decision &decision)
{
    return decision.isAllowed ? theme::tokens().good : theme::tokens().error;
}

QColor colorOf(AclState state)
{
    switch (state) {
    case AclState::Missing:
    case AclState::Shadowed:
    case AclState::Dormant:
        return theme::tokens().warning;
    case AclState::Excess:
    case AclState::Reaching:
        return theme::tokens().error;
    case AclState::InStep:
        break;
    }
    return theme::tokens().good;
}

QString reachedText(const AclReview &review)
{
    QStringList topics;
    for (const TopicName &topic : review.reached)
        topics << toQt(topic.value);
    return topics.join(QStringLiteral(", "));
}

} // namespace

void AccessAnswers::show(const MadeReviewPtr &made, std::vector<AccessAnswer> answers)
{
    beginResetModel();
    m_made = made;
    m_answers = std::move(answers);
    m_reviews.clear();
    m_isOneTopic =
        std::all_of(m_answers.begin(), m_answers.end(), [this](const AccessAnswer &answer) {
            return answer.topic == m_answers.front().topic;
        });
    endResetModel();
}

void AccessAnswers::show(const MadeReviewPtr &made, std::vector<AclReview> reviews)
{
    beginResetModel();
    m_made = made;
    m_answers.clear();
    m_reviews = std::move(reviews);
    endResetModel();
}

int AccessAnswers::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_answers.size() + m_reviews.size());
}

int AccessAnswers::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const RequestedAcl *AccessAnswers::asked(int row) const
{
    const auto at = static_cast<std::size_t>(row);
    return m_answers.empty() ? m_reviews.at(at).asked : m_answers.at(at).asked;
}

QString AccessAnswers::placeOf(const RequestedAcl *asked) const
{
    if (!asked)
        return tr("no spec");
    const WorkspaceFile *file = m_made->workspace->file(asked->reason.file);
    const QString name = toQt(asked->reason.file);
    return file && file->text ? QStringLiteral("%1:%2").arg(name).arg(
                                    file->text->position(asked->reason.range.begin).line)
                              : name;
}

QString AccessAnswers::textOf(const AccessAnswer &answer, int column) const
{
    switch (column) {
    case VerdictColumn:
        return verdictOf(answer.decision);
    case WhoColumn:
        return (answer.principal == "User:*" ? tr("everybody") : toQt(answer.principal)) +
               (answer.host.empty() ? QString() : u'@' + toQt(answer.host));
    case WhatColumn:
        return m_isOneTopic ? toQt(std::string(nameOf(answer.operation)))
                            : QStringLiteral("%1 %2").arg(
                                  toQt(std::string(nameOf(answer.operation))), toQt(answer.topic));
    case AclColumn:
        return answer.decision.acl ? wordsOf(*answer.decision.acl) : tr("no access rule");
    case AskedColumn:
        return answer.decision.acl ? placeOf(answer.asked) : QString();
    default:
        return {};
    }
}

QString AccessAnswers::textOf(const AclReview &review, int column) const
{
    switch (column) {
    case VerdictColumn:
        return verdictOf(review.state);
    case WhoColumn:
        return toQt(review.acl.principal);
    case WhatColumn:
        return QStringLiteral("%1 %2").arg(toQt(std::string(nameOf(review.acl.operation))),
                                           patternOf(review.acl));
    case AclColumn:
        if (review.by)
            return tr("adds nothing to %1").arg(wordsOf(*review.by));
        return review.reached.empty() ? wordsOf(review.acl)
                                      : tr("reaches %1").arg(reachedText(review));
    case AskedColumn:
        return placeOf(review.asked);
    default:
        return {};
    }
}

QVariant AccessAnswers::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto at = static_cast<std::size_t>(index.row());
    const bool isAnswer = !m_answers.empty();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return isAnswer ? textOf(m_answers.at(at), index.column())
                        : textOf(m_reviews.at(at), index.column());
    case Qt::FontRole:
        return index.column() == VerdictColumn ? QVariant() : theme::fixedFont();
    case Qt::ForegroundRole:
        if (index.column() == VerdictColumn)
            return isAnswer ? colorOf(m_answers.at(at).decision) : colorOf(m_reviews.at(at).state);
        if (index.column() == AskedColumn && asked(index.row()))
            return theme::tokens().accent;
        return {};
    default:
        return {};
    }
}

QVariant AccessAnswers::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const std::array<QString, ColumnCount> names = {tr("Verdict"), tr("Who"), tr("What"),
                                                    tr("Asked for by"), tr("Access rule")};
    return names.at(static_cast<std::size_t>(section));
}

} // namespace meshwright::ui
