// SPDX-License-Identifier: Apache-2.0
#include "ui/governance/slicespage.h"

#include "ui/session/session.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>
#include <QTreeView>

namespace meshwright::ui {

namespace {

constexpr int contextWidth = 230;
constexpr int itemWidth = 170;

} // namespace

SlicesPage::SlicesPage(Session &session, QWidget *parent)
    : TablePage(session, new SlicesModel, QStringLiteral("slices"), "domain", parent)
    , m_slices(findChild<SlicesModel *>())
    , m_list(
          [this]() -> std::function<slices::Checklist()> {
              const TopologyPtr topology = m_session.snapshot().topology;
              if (!topology)
                  return {};
              return [topology] { return slices::checklistOf(*topology); };
          },
          [this](const slices::Checklist &list) {
              const int columns = m_slices->columnCount();
              m_slices->show(list);
              if (m_slices->columnCount() != columns)
                  fitColumns();
              updateState();
          })
{
    m_onlyWrong = addToggle("slicesOnlyWrong");
    m_onlyWrong->setChecked(false);
    table()->header()->setStretchLastSection(false);
    connect(&session, &Session::snapshotChanged, this, [this] {
        m_list.refresh();
        updateState();
    });
    retranslate();
}

void SlicesPage::fitColumns()
{
    for (int column = 0; column < m_slices->columnCount(); ++column)
        table()->header()->resizeSection(column,
                                         theme::scaled(column == 0 ? contextWidth : itemWidth));
}

std::optional<asyncapi::Place> SlicesPage::placeOf(int row, int column) const
{
    const slices::Cell *cell = m_slices->cell(row, column);
    if (!cell || cell->declared.empty())
        return m_slices->row(row).place;
    return cell->wrong.empty() ? cell->declared.front().place : cell->wrong.front().place;
}

bool SlicesPage::accepts(int row) const
{
    return !m_onlyWrong || !m_onlyWrong->isChecked() || m_slices->differs(row);
}

void SlicesPage::setSeen(bool isSeen)
{
    m_list.setWanted(isSeen);
}

void SlicesPage::updateState()
{
    int wrong = 0;
    for (int row = 0; row < m_slices->rowCount(); ++row)
        wrong += m_slices->differs(row) ? 1 : 0;
    if (m_onlyWrong)
        m_onlyWrong->setText(QStringLiteral("≠ ") + QLocale().toString(wrong));
    if (!m_session.isOpen())
        showState(tr("No slices yet"),
                  tr("What belongs to each context appears here once a folder is open."));
    else if (m_slices->rowCount() == 0)
        showState(tr("No contexts"), tr("There are no AsyncAPI specs in this folder."));
    else
        showState(tr("Nothing fits the filter"), tr("Clear it to see all contexts."));
}

void SlicesPage::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter by context or value"));
    m_filter->setAccessibleName(tr("Filter contexts"));
    table()->setAccessibleName(tr("Vertical slices"));
    m_onlyWrong->setToolTip(tr("Show only contexts with a name that differs"));
    m_onlyWrong->setAccessibleName(m_onlyWrong->toolTip());
    updateState();
}

} // namespace meshwright::ui
