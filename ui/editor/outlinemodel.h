// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/editor/placename.h"

#include <QAbstractItemModel>

#include <memory>

namespace meshwright::ui {

/// The keys and items of one document as a tree; a branch is read when it is looked at.
class OutlineModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role { DetailRole = Qt::UserRole };

    explicit OutlineModel(QObject *parent = nullptr);
    ~OutlineModel() override;

    void setDocument(yaml::DocumentPtr document);

    const yaml::DocumentPtr &document() const { return m_document; }

    Range rangeOf(const QModelIndex &index) const;
    /// The innermost key or item around the byte.
    QModelIndex indexAt(std::size_t offset) const;
    /// Names from the root on, by which a row is found again in the next text.
    QStringList pathOf(QModelIndex index) const;
    QModelIndex find(const QStringList &path) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row;

    const Row &rowOf(const QModelIndex &index) const;
    static const std::vector<std::unique_ptr<Row>> &childrenOf(const Row &row);

    yaml::DocumentPtr m_document;
    std::unique_ptr<Row> m_root;
};

} // namespace meshwright::ui
