// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/glossary/glossary.h"

#include <QAbstractTableModel>

#include <utility>
#include <vector>

namespace meshwright::ui {

/// The company's words: terms, tags, and those with two meanings.
class GlossaryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { WordColumn, KindColumn, MeaningColumn, OwnerColumn, UsesColumn, ColumnCount };

    enum Kind { Term, Tag, TwoMeanings, KindCount };

    struct Row
    {
        Kind kind = Term;
        QString word;
        QString meaning;
        QString owner; ///< of a tag its classification
        int uses = 0;
        asyncapi::Place place;
        /// Where it leads besides: uses, meanings, the terminology context.
        std::vector<std::pair<QString, asyncapi::Place>> ways;

        bool operator==(const Row &) const = default;
    };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const Topology &topology, const glossary::Listing &listing);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const Row &row(int row) const { return m_rows.at(static_cast<std::size_t>(row)); }

private:
    std::vector<Row> m_rows;
};

} // namespace meshwright::ui
