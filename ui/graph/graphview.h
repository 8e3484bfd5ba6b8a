// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/graph/grapharranging.h"
#include "ui/graph/graphdrawing.h"
#include "ui/graph/linkdrag.h"
#include "ui/graph/sight.h"
#include "ui/session/session.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace meshwright::ui {

class ClusterObserver;
class ComparisonBar;
class EmptyState;
class GraphCanvas;
class GraphComparison;
class GraphInquiry;
class GraphLegend;
class GraphSide;
class LookBar;
class Minimap;
class ObservationBar;

/// The bounded contexts of the session as one picture. Follows its snapshot and its selection, and
/// lays out off the UI thread: a new picture only where the structure changed.
class GraphView : public QWidget
{
    Q_OBJECT

public:
    explicit GraphView(Session *session, QWidget *parent = nullptr);

    GraphCanvas *canvas() const { return m_canvas; }

    GraphInquiry &inquiry() const { return *m_inquiry; }

    GraphComparison &comparison() const { return *m_comparison; }

    /// Whether the lasting picture of the newest snapshot stands there, and nothing moves any more.
    bool isSettled() const;

    /// Brings a context forward with those near it; the rest pales.
    void focusOn(const ContextId &context);
    /// On what is selected: a context, or the owner of a topic. False where nothing is.
    bool focusOnSelection();
    /// Filters, what stands out, and the table.
    void setQuestionsShown(bool isShown);
    bool areQuestionsShown() const;

    layout::Style layoutStyle() const { return m_style; }

    void setLayoutStyle(layout::Style style);
    /// Drags put contexts and domains somewhere else; in the layout that keeps what was placed.
    void setArranging(bool isArranging);
    /// As if nothing had been drawn before.
    void layOutAnew();
    /// The layout places again what is selected, or all.
    void releaseSelection();
    void releaseAll();
    /// All stays where it is now, for everybody who has the repository.
    void keepAll();
    /// What is looked at, to come back in another run.
    QJsonObject state() const;
    void restoreState(const QJsonObject &state);

    /// Until there is one, nothing is offered to observe.
    void setObserver(ClusterObserver *observer);
    void setObserving(bool isObserving);
    bool isObserving() const;
    void setFiguresShown(bool isShown);
    bool areFiguresShown() const;

    /// The picture as it is shown, by the suffix of the file (graphexport.h). `scale`: of an image.
    Result<void> exportTo(const QString &path, double scale = 2) const;

signals:
    /// From the empty view's button.
    void openRequested();
    /// One sentence for the status bar.
    void message(const QString &text);
    /// A topic was dragged onto a context, or chosen after all topics of its owner were.
    void consumeRequested(const meshwright::ContextId &reader, const meshwright::TopicName &topic);
    /// For the subject, or for the ground where it is none; `place` is the screen's.
    void menuRequested(const meshwright::ui::Selection &subject, const QPoint &place);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeToolBar();
    QWidget *makeEmptyPage();
    void makeQuestions();
    QToolButton *addButton(QWidget *bar, const char *icon, const QString &text);
    void retranslate();
    void refresh();
    void takeDrawn(const DrawnGraph &graph);
    void applyFocus();
    void connectCanvas();
    void takeLook();
    /// What is to be shown alone, or nothing for all.
    std::optional<std::set<ContextId>> wantedOnly() const;
    void openDomain(std::size_t domain);
    void selectCard(std::size_t card);
    void selectTopic(std::size_t card, std::size_t topic);
    void selectFlow(std::size_t flow);
    void revealCard(std::size_t card);
    void revealTopic(std::size_t card, std::size_t topic);
    LinkVerdict judge(const GraphLink &link, const ContextId &reader) const;
    LinkVerdict judgeTopic(const TopicName &topic, const ContextId &reader) const;
    void takeLink(const GraphLink &link, const ContextId &reader, const QPoint &place);
    void selectNextMatch();
    GraphFocus focusOfSelection(std::set<std::size_t> &framed) const;
    GraphFocus focusOfFilter() const;
    GraphFocus focusOfLook() const;
    void describe(const std::set<std::size_t> &framed);
    void chooseExport();
    void fillLayoutMenu(QMenu &menu);
    void makeComparison();
    void fillCompareMenu(QMenu &menu);
    void showOnlyDifferences();
    QMenu *addMenu(QToolButton &button, const QString &name, void (GraphView::*fill)(QMenu &));
    void tell(const Result<void> &done);
    bool canBeArranged() const;
    void place(const Placed &what, const graph::Corner &corner);
    void bringForward(const std::set<std::size_t> &cards);
    void placeLegend();
    void showFigures();
    std::optional<Sight> sight() const;

    QPointer<Session> m_session;
    GraphCanvas *m_canvas = nullptr;
    GraphLegend *m_legend = nullptr;
    Minimap *m_minimap = nullptr;
    GraphInquiry *m_inquiry = nullptr;
    LookBar *m_lookBar = nullptr;
    QPointer<ClusterObserver> m_observer;
    ObservationBar *m_observation = nullptr;
    GraphSide *m_side = nullptr;
    QStackedWidget *m_pages = nullptr;
    EmptyState *m_empty = nullptr;
    QLineEdit *m_filter = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_fault = nullptr;
    QToolButton *m_fitButton = nullptr;
    QToolButton *m_zoomInButton = nullptr;
    QToolButton *m_zoomOutButton = nullptr;
    QToolButton *m_layoutButton = nullptr;
    QToolButton *m_compareButton = nullptr;
    QToolButton *m_exportButton = nullptr;
    QToolButton *m_legendButton = nullptr;
    QToolButton *m_sideButton = nullptr;
    QToolButton *m_observeButton = nullptr;
    QToolButton *m_figuresButton = nullptr;
    QPushButton *m_openButton = nullptr;
    GraphComparison *m_comparison = nullptr;
    ComparisonBar *m_comparisonBar = nullptr;
    GraphDrawing *m_drawing = nullptr;
    GraphArranging m_arranging;
    layout::Style m_style = layout::Style::Columns;
    std::optional<std::set<ContextId>> m_shownOnly;
    Selection m_seen; ///< that the picture was moved for
    TopologyPtr m_shownTopology;
};

} // namespace meshwright::ui
