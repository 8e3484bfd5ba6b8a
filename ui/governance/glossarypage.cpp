// SPDX-License-Identifier: Apache-2.0
#include "ui/governance/glossarypage.h"

#include "ui/session/places.h"
#include "ui/session/session.h"
#include "ui/theme/fittingcolumns.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QToolButton>
#include <QTreeView>

namespace meshwright::ui {

namespace {

constexpr std::array<const char *, GlossaryModel::KindCount> toggles{
    "glossaryTerms", "glossaryTags", "glossaryTwoMeanings"};

} // namespace

GlossaryPage::GlossaryPage(Session &session, QWidget *parent)
    : TablePage(session, new GlossaryModel, QStringLiteral("glossary"), "info", parent)
    , m_words(findChild<GlossaryModel *>())
    , m_listing(
          [this]() -> std::function<Made()> {
              const TopologyPtr topology = m_session.snapshot().topology;
              if (!topology)
                  return {};
              return [topology] { return Made{topology, glossary::listingOf(*topology)}; };
          },
          [this](const Made &made) {
              m_words->show(*made.topology, made.listing);
              updateState();
          })
{
    for (std::size_t i = 0; i < m_shown.size(); ++i)
        m_shown.at(i) = addToggle(toggles.at(i));
    QHeaderView *header = table()->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(GlossaryModel::MeaningColumn, QHeaderView::Stretch);
    new theme::FittingColumns(table(), {{GlossaryModel::WordColumn, 170},
                                        {GlossaryModel::KindColumn, 160},
                                        {GlossaryModel::OwnerColumn, 170},
                                        {GlossaryModel::UsesColumn, 110}});
    table()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(table(), &QWidget::customContextMenuRequested, this, &GlossaryPage::showMenu);
    connect(&session, &Session::snapshotChanged, this, [this] {
        m_listing.refresh();
        updateState();
    });
    retranslate();
}

std::optional<asyncapi::Place> GlossaryPage::placeOf(int row, int /*column*/) const
{
    return m_words->row(row).place;
}

bool GlossaryPage::accepts(int row) const
{
    const QToolButton *toggle = m_shown.at(m_words->row(row).kind);
    return !toggle || toggle->isChecked();
}

void GlossaryPage::setSeen(bool isSeen)
{
    m_listing.setWanted(isSeen);
}

void GlossaryPage::showMenu(const QPoint &point)
{
    if (!table()->indexAt(point).isValid() || currentRow() < 0)
        return;
    const GlossaryModel::Row &row = m_words->row(currentRow());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, const asyncapi::Place &place) {
        menu->addAction(theme::icon("jump"), text, this, [this, place] { goTo(place); });
    };
    add(tr("Go to the &glossary"), row.place);
    menu->addSeparator();
    for (const auto &[text, place] : row.ways)
        add(QString(text).replace(QLatin1Char('&'), QStringLiteral("&&")), place);
    menu->popup(table()->viewport()->mapToGlobal(point));
}

void GlossaryPage::updateState()
{
    std::array<int, GlossaryModel::KindCount> counts{};
    for (int row = 0; row < m_words->rowCount(); ++row)
        ++counts.at(m_words->row(row).kind);
    if (m_shown.back()) {
        const auto tell = [&](GlossaryModel::Kind kind, const QString &text) {
            m_shown.at(kind)->setText(text.arg(QLocale().toString(counts.at(kind))));
        };
        tell(GlossaryModel::Term, tr("Terms %1"));
        tell(GlossaryModel::Tag, tr("Tags %1"));
        tell(GlossaryModel::TwoMeanings, QStringLiteral("≠ %1"));
    }
    if (!m_session.isOpen())
        showState(tr("No words yet"),
                  tr("What the company's words mean appears here once a folder is open."));
    else if (m_words->rowCount() == 0)
        showState(tr("There is no glossary here"),
                  tr("Terms and tags are written as 'glossary' in meshwright.yaml, or in a file "
                     "that it names."));
    else
        showState(tr("Nothing fits the filter"), tr("Clear it to see all words."));
}

void GlossaryPage::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter by word, meaning or owner"));
    m_filter->setAccessibleName(tr("Filter words"));
    table()->setAccessibleName(tr("Glossary"));
    const auto name = [&](GlossaryModel::Kind kind, const QString &text) {
        m_shown.at(kind)->setToolTip(text);
        m_shown.at(kind)->setAccessibleName(text);
    };
    name(GlossaryModel::Term, tr("Show terms"));
    name(GlossaryModel::Tag, tr("Show tags"));
    name(GlossaryModel::TwoMeanings, tr("Show words with several meanings"));
    updateState();
}

} // namespace meshwright::ui
