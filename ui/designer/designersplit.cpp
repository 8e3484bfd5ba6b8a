// SPDX-License-Identifier: Apache-2.0
#include "ui/designer/designersplit.h"

#include "ui/designer/designerview.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"

#include <QSplitter>
#include <QTabBar>
#include <QVBoxLayout>

namespace meshwright::ui {

namespace {

enum Tab { TextTab, DesignerTab };

constexpr int roomForBoth = 900; // px; in less, the text stands below the form

} // namespace

DesignerSplit::DesignerSplit(Session &session, const std::string &file, QWidget *text,
                             QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_file(file)
    , m_split(new QSplitter)
    , m_tabs(new QTabBar)
{
    m_split->setObjectName(QStringLiteral("designerSplit"));
    m_split->addWidget(text);
    m_split->setChildrenCollapsible(false);
    m_tabs->setObjectName(QStringLiteral("designerTabs"));
    m_tabs->setAccessibleName(tr("Text or form"));
    m_tabs->setShape(QTabBar::RoundedSouth);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(theme::icon("editor"), tr("Text"));
    m_tabs->addTab(theme::icon("spec"), tr("Designer"));
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_split, 1);
    all->addWidget(m_tabs);
    connect(m_tabs, &QTabBar::currentChanged, this, &DesignerSplit::showMode);
    connect(&m_session, &Session::snapshotChanged, this, &DesignerSplit::updateTabs);
    updateTabs();
}

bool DesignerSplit::isDesigning() const
{
    return m_tabs->currentIndex() == DesignerTab;
}

void DesignerSplit::setDesigning(bool isDesigning)
{
    if (!m_tabs->isHidden())
        m_tabs->setCurrentIndex(isDesigning ? DesignerTab : TextTab);
}

/// A file can become a spec while it is typed; one that stops being one keeps its form, which says
/// why it shows nothing.
void DesignerSplit::updateTabs()
{
    const auto &workspace = m_session.snapshot().workspace;
    const WorkspaceFile *known = workspace ? workspace->file(m_file) : nullptr;
    m_tabs->setVisible((known && known->isSpec) || isDesigning());
}

void DesignerSplit::showMode()
{
    if (isDesigning() && !m_designer) {
        m_designer = new DesignerView(m_session, m_file);
        m_split->insertWidget(0, m_designer);
        m_split->setStretchFactor(0, 3);
        m_split->setStretchFactor(1, 2);
        connect(m_designer, &DesignerView::placeChosen, this, [this](const asyncapi::Place &place) {
            if (place.file == m_file)
                emit rangeChosen(place.range);
        });
    }
    if (m_designer)
        m_designer->setVisible(isDesigning());
    emit designingChanged();
}

void DesignerSplit::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_split->setOrientation(width() < roomForBoth ? Qt::Vertical : Qt::Horizontal);
}

} // namespace meshwright::ui
