// SPDX-License-Identifier: Apache-2.0
#include "ui/governance/glossarymodel.h"

#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include <QLocale>

namespace meshwright::ui {

namespace {

using Row = GlossaryModel::Row;

QString kindName(GlossaryModel::Kind kind)
{
    switch (kind) {
    case GlossaryModel::Term:
        return GlossaryModel::tr("term");
    case GlossaryModel::Tag:
        return GlossaryModel::tr("tag");
    case GlossaryModel::TwoMeanings:
        return GlossaryModel::tr("≠ several meanings");
    case GlossaryModel::KindCount:
        break;
    }
    return {};
}

void addUses(Row &row, const std::vector<glossary::Use> &uses)
{
    constexpr std::size_t mostWays = 20; // more are a list to be looked up by the usages
    row.uses = static_cast<int>(uses.size());
    for (const glossary::Use &use : uses) {
        if (row.ways.size() == mostWays)
            return;
        row.ways.emplace_back(GlossaryModel::tr("%1 in %2", "a name, what it is in")
                                  .arg(toQt(use.name), toQt(use.where)),
                              use.place);
    }
}

Row rowOf(const Topology &topology, const glossary::TermEntry &entry)
{
    Row row;
    row.word = toQt(entry.term.term);
    row.meaning = toQt(entry.term.description);
    QStringList synonyms;
    for (const std::string &synonym : entry.term.synonyms)
        synonyms << toQt(synonym);
    if (!synonyms.isEmpty())
        row.meaning += GlossaryModel::tr(" (also: %1)").arg(synonyms.join(QStringLiteral(", ")));
    row.owner = toQt(entry.term.owner);
    row.place = entry.term.place;
    const Context *home = entry.home ? topology.context(*entry.home) : nullptr;
    if (home)
        row.ways.emplace_back(toQt(home->id.value), home->idPlace);
    addUses(row, entry.uses);
    return row;
}

Row rowOf(const glossary::TagEntry &entry)
{
    Row row;
    row.kind = GlossaryModel::Tag;
    row.word = toQt(entry.tag.name);
    row.meaning = toQt(entry.tag.description);
    row.owner = toQt(entry.tag.classification);
    row.place = entry.tag.place;
    addUses(row, entry.uses);
    return row;
}

Row rowOf(const glossary::Homonym &homonym)
{
    Row row;
    row.kind = GlossaryModel::TwoMeanings;
    row.word = toQt(homonym.word);
    row.uses = static_cast<int>(homonym.meanings.size());
    row.place = homonym.meanings.front().place;
    QStringList texts;
    for (const glossary::Meaning &meaning : homonym.meanings) {
        const QString context =
            meaning.context.empty() ? GlossaryModel::tr("elsewhere") : toQt(meaning.context);
        texts
            << GlossaryModel::tr("%1: %2", "a context, a meaning").arg(context, toQt(meaning.text));
        row.ways.emplace_back(context, meaning.place);
    }
    row.meaning = texts.join(QStringLiteral(" · "));
    return row;
}

} // namespace

void GlossaryModel::show(const Topology &topology, const glossary::Listing &listing)
{
    std::vector<Row> rows;
    for (const glossary::TermEntry &each : listing.terms)
        rows.push_back(rowOf(topology, each));
    for (const glossary::TagEntry &each : listing.tags)
        rows.push_back(rowOf(each));
    for (const glossary::Homonym &each : listing.homonyms)
        rows.push_back(rowOf(each));
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int GlossaryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int GlossaryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant GlossaryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &each = row(index.row());
    const QString texts[] = {each.word, kindName(each.kind), each.meaning, each.owner,
                             QLocale().toString(each.uses)};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return texts[index.column()];
    case Qt::FontRole:
        return index.column() == WordColumn ? QVariant(theme::fixedDetailFont()) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == UsesColumn
                   ? QVariant(QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter))
                   : QVariant();
    case Qt::ForegroundRole:
        if (index.column() == KindColumn)
            return each.kind == TwoMeanings ? theme::tokens().warning : theme::tokens().muted;
        return index.column() == OwnerColumn ? QVariant(theme::tokens().muted) : QVariant();
    default:
        return {};
    }
}

QVariant GlossaryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WordColumn:
        return tr("Word");
    case KindColumn:
        return tr("Kind");
    case MeaningColumn:
        return tr("Meaning");
    case OwnerColumn:
        return tr("Owner or class");
    case UsesColumn:
        return tr("Uses");
    default:
        return {};
    }
}

} // namespace meshwright::ui
