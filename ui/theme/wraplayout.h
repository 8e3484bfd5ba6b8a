// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace meshwright::ui::theme {

/// A bar's controls in one row; in less room, or with larger text, in as many rows as they need.
/// What has a stretch takes what is left of its row.
class WrapLayout : public QLayout
{
public:
    explicit WrapLayout(QWidget *parent = nullptr);
    ~WrapLayout() override;

    void addWidget(QWidget *widget, int stretch = 0);
    void addStretch();

    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;

    bool hasHeightForWidth() const override { return true; }

    int heightForWidth(int width) const override;

    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }

    void setGeometry(const QRect &rect) override;

private:
    struct Part
    {
        std::unique_ptr<QLayoutItem> item;
        int stretch = 0;
    };

    struct Cell
    {
        QLayoutItem *item;
        int width;
        int stretch;
    };

    using Row = std::vector<Cell>;

    std::vector<Row> rowsFor(int width) const;
    void stretchRow(Row &row, int width) const;
    int gap() const;
    static bool fillsRow(const Cell &cell);
    static int heightOf(const Row &row);

    std::vector<Part> m_parts;
    int m_width = 0; ///< as it was last laid out; Qt forgets the geometry of what is laid out anew
};

} // namespace meshwright::ui::theme
