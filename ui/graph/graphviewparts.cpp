// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphview.h"

#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphexport.h"
#include "ui/graph/graphlegend.h"
#include "ui/shell/emptystate.h"
#include "ui/text/text.h"
#include "ui/theme/searchfield.h"
#include "ui/theme/theme.h"
#include "ui/theme/wraplayout.h"

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace meshwright::ui {

QToolButton *GraphView::addButton(QWidget *bar, const char *icon, const QString &name)
{
    auto *button = new QToolButton(bar);
    button->setObjectName(name);
    button->setIcon(theme::icon(icon));
    button->setAutoRaise(true);
    bar->layout()->addWidget(button);
    return button;
}

/// Filled each time it opens, so that it says how things stand.
QMenu *GraphView::addMenu(QToolButton &button, const QString &name,
                          void (GraphView::*fill)(QMenu &))
{
    auto *menu = new QMenu(&button);
    menu->setObjectName(name);
    menu->setToolTipsVisible(true);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, fill] { (this->*fill)(*menu); });
    button.setMenu(menu);
    button.setPopupMode(QToolButton::InstantPopup);
    return menu;
}

QWidget *GraphView::makeToolBar()
{
    auto *bar = new QWidget(this);
    auto *row = new theme::WrapLayout(bar);
    row->setContentsMargins(theme::padding, theme::grid, theme::padding, theme::grid);
    row->setSpacing(theme::grid);
    m_filter = new QLineEdit(bar);
    m_filter->setObjectName(QStringLiteral("graphFilter"));
    m_filter->setPlaceholderText(tr("Find a context or topic"));
    theme::dressSearchField(*m_filter, "find");
    row->addWidget(m_filter, 1);
    m_count = new QLabel(bar);
    m_count->setObjectName(QStringLiteral("graphFilterCount"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->hide();
    row->addWidget(m_count);
    row->addStretch();
    m_fault = new QLabel(bar);
    m_fault->setObjectName(QStringLiteral("graphLayoutFault"));
    m_fault->hide();
    row->addWidget(m_fault);
    m_fitButton = addButton(bar, "fit", QStringLiteral("graphFit"));
    m_zoomInButton = addButton(bar, "zoom-in", QStringLiteral("graphZoomIn"));
    m_zoomOutButton = addButton(bar, "zoom-out", QStringLiteral("graphZoomOut"));
    m_layoutButton = addButton(bar, "layout", QStringLiteral("graphLayout"));
    addMenu(*m_layoutButton, QStringLiteral("graphLayoutMenu"), &GraphView::fillLayoutMenu);
    m_compareButton = addButton(bar, "compare", QStringLiteral("graphCompare"));
    addMenu(*m_compareButton, QStringLiteral("graphCompareMenu"), &GraphView::fillCompareMenu);
    m_sideButton = addButton(bar, "filter", QStringLiteral("graphSideToggle"));
    m_sideButton->setCheckable(true);
    m_observeButton = addButton(bar, "observe", QStringLiteral("graphObserve"));
    m_observeButton->setCheckable(true);
    m_observeButton->hide();
    m_figuresButton = addButton(bar, "figures", QStringLiteral("graphFigures"));
    m_figuresButton->setCheckable(true);
    m_figuresButton->setEnabled(false);
    m_figuresButton->hide();
    m_legendButton = addButton(bar, "info", QStringLiteral("graphLegendToggle"));
    m_legendButton->setCheckable(true);
    m_exportButton = addButton(bar, "export", QStringLiteral("graphExport"));

    connect(m_filter, &QLineEdit::textChanged, this, &GraphView::applyFocus);
    connect(m_filter, &QLineEdit::returnPressed, this, &GraphView::selectNextMatch);
    connect(m_fitButton, &QToolButton::clicked, m_canvas, &GraphCanvas::fit);
    connect(m_zoomInButton, &QToolButton::clicked, m_canvas,
            [this] { m_canvas->zoomBy(GraphCanvas::zoomStep); });
    connect(m_zoomOutButton, &QToolButton::clicked, m_canvas,
            [this] { m_canvas->zoomBy(1 / GraphCanvas::zoomStep); });
    connect(m_legendButton, &QToolButton::toggled, m_legend, &QWidget::setVisible);
    connect(m_exportButton, &QToolButton::clicked, this, &GraphView::chooseExport);
    return bar;
}

QWidget *GraphView::makeEmptyPage()
{
    m_empty = new EmptyState(QStringLiteral("graph"), {}, {});
    m_empty->setObjectName(QStringLiteral("graphEmpty"));
    m_openButton = m_empty->addButton({}, false);
    m_openButton->setObjectName(QStringLiteral("graphOpenFolder"));
    m_openButton->setIcon(theme::icon("open-folder"));
    connect(m_openButton, &QPushButton::clicked, this, &GraphView::openRequested);
    return m_empty;
}

void GraphView::retranslate()
{
    const auto name = [](QToolButton *button, const QString &text, const QString &keys = {}) {
        button->setAccessibleName(text);
        button->setToolTip(keys.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, keys));
    };
    name(m_fitButton, tr("Fit the whole graph"), QStringLiteral("0"));
    name(m_layoutButton, tr("Layout: how contexts are placed"));
    name(m_compareButton, tr("Compare with an earlier state or the cluster"));
    name(m_sideButton, tr("Filters, questions and table"));
    name(m_zoomInButton, tr("Zoom in"), tr("+, or Ctrl and the wheel; the wheel alone moves"));
    name(m_zoomOutButton, tr("Zoom out"), tr("−, or Ctrl and the wheel; the wheel alone moves"));
    name(m_observeButton, tr("Observe the cluster"), QStringLiteral("O"));
    name(m_figuresButton, tr("Live figures"), QStringLiteral("L"));
    name(m_legendButton, tr("Legend"));
    name(m_exportButton, tr("Export the picture"));
    m_filter->setPlaceholderText(tr("Find a context or topic"));
    m_filter->setAccessibleName(tr("Find a context or topic in the graph"));
    m_fault->setText(tr("Simple layout"));
    const bool isOpen = m_session && m_session->isOpen();
    m_empty->setTexts(
        isOpen ? tr("No bounded contexts in this folder")
               : tr("The graph of your bounded contexts"),
        isOpen ? tr("Each AsyncAPI document with an id becomes a bounded context here.")
               : tr("Open a folder of AsyncAPI documents to see who produces and who consumes."));
    m_openButton->setText(tr("Open folder…"));
    m_legend->resize(m_legend->sizeHint());
    placeLegend();
}

void GraphView::placeLegend()
{
    m_legend->move(12, m_canvas->height() - m_legend->height() - 12);
}

Result<void> GraphView::exportTo(const QString &path, double scale) const
{
    const TopologyPtr &known = m_shownTopology ? m_shownTopology : m_session->snapshot().topology;
    return exportGraph({m_canvas->scene(), known, m_shownOnly,
                        [this](double pixels) { return m_canvas->image(pixels); }},
                       path, scale);
}

void GraphView::chooseExport()
{
    auto *dialog = new QFileDialog(this, tr("Export the graph"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(graphExportFilters());
    dialog->setDefaultSuffix(QStringLiteral("svg"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        const qsizetype dot = filter.lastIndexOf(u'.') + 1;
        dialog->setDefaultSuffix(filter.mid(dot, filter.size() - dot - 1));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog](const QString &path) {
        const Result<void> result = exportTo(path, graphExportScale(dialog->selectedNameFilter()));
        emit message(result ? tr("The graph was exported to %1.").arg(path)
                            : toQt(result.error().message));
    });
    dialog->open();
}

} // namespace meshwright::ui
