// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QToolButton;
class QTreeWidget;
class QVBoxLayout;

namespace meshwright::ui {

/// A section of the form: a title with its deeds behind it, or below it where that is too narrow,
/// and what it holds below.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void add(QWidget *widget);
    QToolButton *addDeed(const char *name, const char *icon, const QString &text);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fitHead();

    QLabel *m_title;
    QHBoxLayout *m_deeds;
    QBoxLayout *m_head;
    QVBoxLayout *m_rows;
};

/// A list that is as high as its rows, up to `mostRows` of them.
void dressFormTable(QTreeWidget &table, const char *name, const QString &accessibleName,
                    const QStringList &columns);
QTreeWidget *makeFormTable(const char *name, const QString &accessibleName,
                           const QStringList &columns);
void fitToRows(QTreeWidget *table, int mostRows);

} // namespace meshwright::ui
