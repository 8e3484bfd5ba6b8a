// SPDX-License-Identifier: Apache-2.0
#include "ui/designer/messagetree.h"

#include "ui/designer/card.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QSignalBlocker>

#include <set>

namespace meshwright::ui {

namespace {

constexpr int mostRows = 16;
constexpr int nameRole = Qt::UserRole;

enum Column { NameColumn, TypeColumn, MarksColumn, DocumentationColumn };

QString marksOf(const schema::Field &field)
{
    QStringList marks;
    for (const schema::Annotation &annotation : field.annotations)
        marks += annotation.value.empty() || annotation.value == "true"
                     ? toQt(annotation.key)
                     : toQt(annotation.key + ": " + annotation.value);
    return marks.join(QStringLiteral(", "));
}

} // namespace

MessageTree::MessageTree(QWidget *parent)
    : QTreeWidget(parent)
{
    dressFormTable(*this, "designerMessages", tr("Messages and their fields"),
                   {tr("Message, field"), tr("Type"), tr("Marks"), tr("Meaning")});
    header()->setSectionResizeMode(NameColumn, QHeaderView::ResizeToContents);
    header()->setStretchLastSection(true);
    setTextElideMode(Qt::ElideRight); // the last column is prose
    connect(this, &QTreeWidget::currentItemChanged, this, &MessageTree::chooseCurrent);
    connect(this, &QTreeWidget::itemExpanded, this, [this] { fitToRows(this, mostRows); });
    connect(this, &QTreeWidget::itemCollapsed, this, [this] { fitToRows(this, mostRows); });
}

void MessageTree::show(const std::vector<modelling::FormMessage> &messages)
{
    const QSignalBlocker quiet(this);
    std::set<QString> closed;
    for (int row = 0; row < topLevelItemCount(); ++row)
        if (!topLevelItem(row)->isExpanded())
            closed.insert(topLevelItem(row)->text(NameColumn));
    const auto current = currentMessage();
    clear();
    m_places.clear();
    for (const modelling::FormMessage &form : messages) {
        auto *row = new QTreeWidgetItem(this);
        row->setText(NameColumn, form.name.empty() ? tr("(without a name)") : toQt(form.name));
        row->setData(NameColumn, nameRole, toQt(form.name));
        row->setIcon(NameColumn, theme::icon("schema", theme::Ink::Muted));
        row->setText(TypeColumn, !form.hasPayload      ? tr("no payload")
                                 : form.format.empty() ? tr("JSON")
                                                       : toQt(form.format));
        row->setText(DocumentationColumn, toQt(form.title));
        m_places[row] = form.place;
        addFields(row, form);
        row->setExpanded(closed.count(row->text(NameColumn)) == 0);
        if (current && form.name == *current)
            setCurrentItem(row);
    }
    fitToRows(this, mostRows);
}

/// A field stands under the one that its path begins with.
void MessageTree::addFields(QTreeWidgetItem *message, const modelling::FormMessage &form)
{
    std::map<std::string, QTreeWidgetItem *> known;
    for (const schema::Field &field : form.fields) {
        const std::size_t dot = field.path.rfind('.');
        std::string parent = dot == std::string::npos ? std::string() : field.path.substr(0, dot);
        while (!parent.empty() && known.count(parent) == 0 && parent.ends_with("[]"))
            parent.erase(parent.size() - 2);
        const auto found = known.find(parent);
        auto *row = new QTreeWidgetItem(found == known.end() ? message : found->second);
        row->setText(NameColumn,
                     toQt(found == known.end() ? field.path : field.path.substr(dot + 1)));
        row->setFont(NameColumn, theme::fixedFont());
        row->setText(TypeColumn,
                     toQt(field.type) + (field.isRequired ? QString() : QStringLiteral("?")));
        row->setToolTip(TypeColumn, field.isRequired ? tr("Every message has it")
                                                     : tr("A message may lack it"));
        row->setText(MarksColumn, marksOf(field));
        row->setText(DocumentationColumn, toQt(field.documentation));
        row->setToolTip(DocumentationColumn, toQt(field.documentation));
        row->setExpanded(true);
        known[field.path] = row;
        m_places[row] = {field.file, field.range};
    }
}

std::optional<std::string> MessageTree::currentMessage() const
{
    const QTreeWidgetItem *row = currentItem();
    while (row && row->parent())
        row = row->parent();
    if (!row)
        return std::nullopt;
    return fromQt(row->data(NameColumn, nameRole).toString());
}

void MessageTree::chooseCurrent()
{
    const auto place = m_places.find(currentItem());
    if (place != m_places.end())
        emit placeChosen(place->second);
}

} // namespace meshwright::ui
