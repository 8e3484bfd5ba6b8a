// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/filterpanel.h"

#include "ui/graph/graphinquiry.h"
#include "ui/graph/grouprow.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QScopedValueRollback>
#include <QShowEvent>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace meshwright::ui {

namespace {

constexpr int facetRole = Qt::UserRole;
constexpr int wordRole = Qt::UserRole + 1;
constexpr int countColumn = 1;

QString titleOf(graph::Facet facet)
{
    switch (facet) {
    case graph::Facet::Domain:
        return FilterPanel::tr("Domain");
    case graph::Facet::Owner:
        return FilterPanel::tr("Owner");
    case graph::Facet::Tag:
        return FilterPanel::tr("Tag");
    case graph::Facet::Access:
        return FilterPanel::tr("Access");
    case graph::Facet::Status:
        return FilterPanel::tr("State");
    case graph::Facet::Source:
        return FilterPanel::tr("Links");
    }
    return {};
}

/// Words of the specs stay as they are; ours are put into the reader's language.
QString wordText(graph::Facet facet, const std::string &word)
{
    static const std::map<std::string, const char *> ours{
        {"public", QT_TRANSLATE_NOOP("meshwright::ui::FilterPanel", "public")},
        {"protected", QT_TRANSLATE_NOOP("meshwright::ui::FilterPanel", "protected")},
        {"private", QT_TRANSLATE_NOOP("meshwright::ui::FilterPanel", "private")},
        {"errors", QT_TRANSLATE_NOOP("meshwright::ui::FilterPanel", "has errors")},
        {"warnings", QT_TRANSLATE_NOOP("meshwright::ui::FilterPanel", "has warnings")},
        {"orphan", QT_TRANSLATE_NOOP("meshwright::ui::FilterPanel", "a topic lacks a side")},
        {"unused-grant", QT_TRANSLATE_NOOP("meshwright::ui::FilterPanel", "a grant is not used")},
        {"cycle", QT_TRANSLATE_NOOP("meshwright::ui::FilterPanel", "data comes back")},
        {"undeclared",
         QT_TRANSLATE_NOOP("meshwright::ui::FilterPanel", "reads what no spec declares")},
        {"unread", QT_TRANSLATE_NOOP("meshwright::ui::FilterPanel", "declared, but not read")},
        {"idle-grant", QT_TRANSLATE_NOOP("meshwright::ui::FilterPanel", "granted, but not read")},
        {"stray-group", QT_TRANSLATE_NOOP("meshwright::ui::FilterPanel", "read by a stray group")},
        {"missing-topic",
         QT_TRANSLATE_NOOP("meshwright::ui::FilterPanel", "the cluster lacks a topic")},
        {"stray-topic",
         QT_TRANSLATE_NOOP("meshwright::ui::FilterPanel", "a topic stands in no spec")},
        {"declared", QT_TRANSLATE_NOOP("meshwright::ui::FilterPanel", "declared by specs")},
        {"granted", QT_TRANSLATE_NOOP("meshwright::ui::FilterPanel", "granted only")},
        {"observed", QT_TRANSLATE_NOOP("meshwright::ui::FilterPanel", "observed")}};
    const bool isOurs = facet == graph::Facet::Access || facet == graph::Facet::Status ||
                        facet == graph::Facet::Source;
    const auto found = ours.find(word);
    return isOurs && found != ours.end() ? FilterPanel::tr(found->second) : toQt(word);
}

} // namespace

FilterPanel::FilterPanel(GraphInquiry &inquiry, QWidget *parent)
    : QWidget(parent)
    , m_inquiry(inquiry)
{
    setObjectName(QStringLiteral("graphFilterPanel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme::padding, 0, 0);
    column->setSpacing(theme::padding);
    makeViews();
    makeTree();
    connect(&m_inquiry, &GraphInquiry::lookChanged, this, &FilterPanel::fill);
    connect(&m_inquiry, &GraphInquiry::answersChanged, this, &FilterPanel::fill);
    connect(&m_inquiry, &GraphInquiry::answersChanged, this, &FilterPanel::fillViews);
    retranslate();
}

void FilterPanel::makeViews()
{
    const auto addRow = [this](QWidget *field, QToolButton *button) {
        auto *row = new QHBoxLayout;
        row->setContentsMargins(theme::padding, 0, theme::padding, 0);
        row->setSpacing(theme::grid);
        row->addWidget(field, 1);
        row->addWidget(button);
        static_cast<QVBoxLayout *>(layout())->addLayout(row);
    };
    m_views = new QComboBox(this);
    m_views->setObjectName(QStringLiteral("graphViews"));
    m_views->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_views->setMinimumContentsLength(8);
    m_remove = new QToolButton(this);
    m_remove->setObjectName(QStringLiteral("graphRemoveView"));
    m_remove->setIcon(theme::icon("remove"));
    m_remove->setAutoRaise(true);
    addRow(m_views, m_remove);
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("graphViewName"));
    m_save = new QToolButton(this);
    m_save->setObjectName(QStringLiteral("graphSaveView"));
    m_save->setIcon(theme::icon("save"));
    m_save->setAutoRaise(true);
    addRow(m_name, m_save);
    connect(m_views, &QComboBox::activated, this, &FilterPanel::openView);
    connect(m_remove, &QToolButton::clicked, this, &FilterPanel::removeView);
    connect(m_name, &QLineEdit::returnPressed, this, &FilterPanel::saveView);
    connect(m_name, &QLineEdit::textChanged, this, &FilterPanel::allowSaving);
    connect(m_save, &QToolButton::clicked, this, &FilterPanel::saveView);
}

void FilterPanel::makeTree()
{
    m_tree = new QTreeWidget(this);
    m_tree->setObjectName(QStringLiteral("graphFilters"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(countColumn, QHeaderView::ResizeToContents);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    layout()->addWidget(m_tree);
    connect(m_tree, &QTreeWidget::itemChanged, this, &FilterPanel::takeTick);
}

void FilterPanel::retranslate()
{
    const auto name = [](QWidget *widget, const QString &text) {
        widget->setAccessibleName(text);
        widget->setToolTip(text);
    };
    name(m_views, tr("Saved views"));
    name(m_remove, tr("Delete this view"));
    name(m_save, tr("Save what is shown as a view of the repository"));
    m_name->setAccessibleName(tr("Name of the view"));
    m_name->setPlaceholderText(tr("Save as a view…"));
    m_tree->setAccessibleName(tr("Filters"));
    fill();
    fillViews();
}

/// A look has filters or a focus to keep; what was found belongs to the specs of the moment.
void FilterPanel::allowSaving()
{
    const Look &look = m_inquiry.look();
    m_save->setEnabled(!m_name->text().trimmed().isEmpty() &&
                       (!look.filter.isEmpty() || look.focus));
}

void FilterPanel::fill()
{
    allowSaving();
    chooseView();
    if (!m_inquiry.answers() || !isVisible())
        return;
    const QScopedValueRollback filling(m_isFilling, true);
    const graph::Filter &filter = m_inquiry.look().filter;
    std::map<std::pair<int, std::string>, QTreeWidgetItem *> known;
    std::map<int, QTreeWidgetItem *> groups;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *group = m_tree->topLevelItem(i);
        groups[group->data(0, facetRole).toInt()] = group;
        for (int j = 0; j < group->childCount(); ++j)
            known[{group->data(0, facetRole).toInt(),
                   fromQt(group->child(j)->data(0, wordRole).toString())}] = group->child(j);
    }
    for (const graph::Facet facet : graph::facets) {
        const int place = static_cast<int>(facet);
        auto counts = m_inquiry.answers()->facets.counts(facet, filter);
        if (const auto chosen = filter.words.find(facet); chosen != filter.words.end())
            for (const std::string &word : chosen->second)
                counts.try_emplace(word, 0); // of a view that knows more than the specs
        QTreeWidgetItem *&group = groups[place];
        if (!group) {
            group = new QTreeWidgetItem(m_tree);
            group->setData(0, facetRole, place);
            group->setFlags(Qt::ItemIsEnabled);
            dressGroup(*group);
        }
        group->setText(0, titleOf(facet));
        group->setHidden(counts.empty());
        int row = 0;
        for (const auto &[word, count] : counts) {
            QTreeWidgetItem *&item = known[{place, word}];
            if (!item) {
                item = new QTreeWidgetItem;
                item->setData(0, facetRole, place);
                item->setData(0, wordRole, toQt(word));
                item->setTextAlignment(countColumn, Qt::AlignRight | Qt::AlignVCenter);
                group->insertChild(row, item);
            }
            item->setText(0, wordText(facet, word));
            item->setToolTip(0, plainTip(item->text(0)));
            item->setText(countColumn, QLocale().toString(count));
            item->setForeground(countColumn, palette().placeholderText());
            item->setCheckState(0, filter.has(facet, word) ? Qt::Checked : Qt::Unchecked);
            ++row;
        }
        // Not deleted: the signal of one of them may have led here.
        for (const auto &[key, item] : known)
            if (key.first == place)
                item->setHidden(!counts.contains(key.second));
    }
}

void FilterPanel::fillViews()
{
    if (!isVisible())
        return;
    auto views = m_inquiry.views();
    if (m_views->count() == 0 || views != m_known) {
        m_known = std::move(views);
        m_views->clear();
        m_views->addItem(tr("Everything"));
        for (const graph::View &view : m_known)
            m_views->addItem(toQt(view.name));
        m_views->setEnabled(m_views->count() > 1);
    }
    chooseView();
}

/// The view that is shown, if one is.
void FilterPanel::chooseView()
{
    const Look &look = m_inquiry.look();
    const auto shown = std::find_if(m_known.begin(), m_known.end(), [&](const graph::View &view) {
        return view.filter == look.filter && view.focus == look.focus && look.found.empty();
    });
    const int place = shown == m_known.end() ? 0 : int(shown - m_known.begin()) + 1;
    m_views->setCurrentIndex(place);
    m_remove->setEnabled(place > 0);
}

void FilterPanel::takeTick(QTreeWidgetItem *item)
{
    if (m_isFilling || !item->parent())
        return;
    Look look = m_inquiry.look();
    look.filter.set(static_cast<graph::Facet>(item->data(0, facetRole).toInt()),
                    fromQt(item->data(0, wordRole).toString()), item->checkState(0) == Qt::Checked);
    m_inquiry.ask(look);
}

void FilterPanel::openView(int index)
{
    if (index <= 0 || std::size_t(index) > m_known.size()) {
        m_inquiry.clear();
        return;
    }
    const graph::View view = m_known[std::size_t(index) - 1];
    m_name->setText(toQt(view.name));
    Look look;
    look.filter = view.filter;
    look.focus = view.focus;
    m_inquiry.ask(look);
}

void FilterPanel::saveView()
{
    if (!m_save->isEnabled())
        return;
    const QString name = m_name->text().trimmed();
    const Result<void> saved = m_inquiry.save(name);
    emit message(
        saved ? tr("The view '%1' is kept in %2.").arg(name, QLatin1String(graph::viewsFileName))
              : toQt(saved.error().message));
}

void FilterPanel::removeView()
{
    const QString name = m_views->currentText();
    const Result<void> removed = m_inquiry.remove(name);
    emit message(removed ? tr("The view '%1' is deleted.").arg(name)
                         : toQt(removed.error().message));
}

/// What came while it was not seen.
void FilterPanel::showEvent(QShowEvent *event)
{
    fill();
    fillViews();
    QWidget::showEvent(event);
}

void FilterPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace meshwright::ui
