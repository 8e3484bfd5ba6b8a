// SPDX-License-Identifier: Apache-2.0
#include "ui/tour/toursteps.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/editorarea.h"
#include "ui/environment/environmentchooser.h"
#include "ui/graph/graphcanvas.h"
#include "ui/plan/plancontroller.h"
#include "ui/session/session.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/sample.h"
#include "ui/text/text.h"

#include <QApplication>
#include <QCoreApplication>
#include <QDir>
#include <QMenuBar>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>
#include <memory>
#include <optional>

namespace meshwright::ui {

namespace {

struct TourSteps
{
    Q_DECLARE_TR_FUNCTIONS(TourSteps)
};

/// Where the sample's slip is, as long as there is one.
const ContextId slipped{"acme.retail.pricing"};

/// The stage, asked.
class Eye
{
public:
    explicit Eye(const TourStage &stage)
        : m_stage(stage)
    {}

    bool isInSample() const
    {
        return m_stage.session.isOpen() && QDir(m_stage.session.rootPath()) == QDir(sampleFolder());
    }

    const Diagnostic *error() const
    {
        const auto &diagnostics = m_stage.session.snapshot().diagnostics;
        if (!diagnostics)
            return nullptr;
        const auto found = std::ranges::find(*diagnostics, Severity::Error, &Diagnostic::severity);
        return found == diagnostics->end() ? nullptr : &*found;
    }

    bool isMended() const
    {
        return isInSample() && m_stage.session.isUpToDate() &&
               m_stage.session.snapshot().isChecked && !error();
    }

    /// The editor, where its caret is at the error and it has the keyboard.
    CodeEditor *editorAtError() const
    {
        const Diagnostic *found = error();
        CodeEditor *editor = m_stage.window.editors().currentEditor();
        if (!found || !editor || !editor->hasFocus() || editor->file() != found->file)
            return nullptr;
        const std::size_t caret = editor->caretOffset();
        return found->range.begin <= caret && caret <= found->range.end ? editor : nullptr;
    }

    /// Chosen in the graph, and not only named by the text's caret.
    bool isSlippedChosen() const
    {
        const auto *chosen = std::get_if<ContextId>(&m_stage.session.selection());
        const QWidget *focus = QApplication::focusWidget();
        const QWidget *graph =
            m_stage.canvas.window()->findChild<QWidget *>(QStringLiteral("graphView"));
        return chosen && *chosen == slipped && focus && graph && graph->isAncestorOf(focus);
    }

    bool isSandbox() const
    {
        const auto environment = m_stage.planning.environment();
        return environment && environment->connector == "sandbox";
    }

    /// A plan for the sandbox as the specs are now.
    bool isPlanned() const
    {
        using Phase = PlanController::Phase;
        const Phase phase = m_stage.planning.phase();
        return isInSample() && isSandbox() && m_stage.planning.made() &&
               (phase == Phase::Planned || phase == Phase::Applied || phase == Phase::Applying);
    }

    bool isApplied() const
    {
        if (!isPlanned())
            return false;
        const auto &report = m_stage.planning.report();
        const bool isDone = m_stage.planning.phase() == PlanController::Phase::Applied && report &&
                            report->isComplete();
        return isDone || m_stage.planning.made()->plan.items.empty();
    }

    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_stage.window.findChild<Widget *>(QLatin1String(name));
    }

    TourHint openHint() const
    {
        if (auto *card = find<QPushButton>("openSample"); card && card->isVisible())
            return {TourSteps::tr("ACME is a company of bounded contexts with one slip in its "
                                  "specs. Open it: it is a copy, and yours to change."),
                    card};
        return {TourSteps::tr("The tour is about ACME, a company with one slip in its specs. Open "
                              "it by File, Open the sample."),
                m_stage.window.menuBar()};
    }

    TourHint mendHint() const
    {
        if (CodeEditor *editor = editorAtError()) {
            QRect word = editor->cursorRect();
            word.translate(editor->viewport()->pos());
            return {TourSteps::tr("Somebody wrote _pubic for _public. Press Alt+Enter to see what "
                                  "can be done about it, and Enter to do it."),
                    editor, word.adjusted(-6, -4, 120, 4)};
        }
        auto *table = find<QTreeView>("problemsTable");
        if (!table || !table->isVisible())
            return {TourSteps::tr("Press Ctrl+Shift+M to see the problems."), nullptr};
        QRect row = table->visualRect(table->model()->index(0, 0));
        row.setRight(table->viewport()->width());
        row.translate(table->viewport()->pos());
        return {TourSteps::tr("All problems of the specs are listed here. Double-click the slip, "
                              "or choose it and press Enter: that leads to its place."),
                table, row};
    }

    TourHint graphHint() const
    {
        const auto &scene = m_stage.canvas.scene();
        if (!m_stage.canvas.isVisible() || !scene)
            return {TourSteps::tr("Press Ctrl+2 to see the graph beside the text."),
                    find<QWidget>("toolBar")};
        const auto card = scene->cardOf(slipped);
        const QRect place =
            card ? m_stage.canvas.frame().toScreen(scene->cards[*card].box).toRect() : QRect();
        return {TourSteps::tr("Each card is a bounded context, each line leads from an owner of "
                              "topics to a reader. Choose Pricing, which you mended, to see whom "
                              "it serves: click it, or press F6 and walk with the arrows."),
                &m_stage.canvas, place};
    }

    TourHint planHint() const
    {
        if (!isSandbox())
            return {TourSteps::tr("Plans lead to the environment that is chosen here. Choose "
                                  "sandbox: a cluster inside this program, which nobody else "
                                  "sees."),
                    find<EnvironmentChooser>("environmentChooser")};
        return {TourSteps::tr("Provision compares the specs with the sandbox cluster and shows "
                              "what that lacks. Nothing is written yet."),
                find<QPushButton>("provisionButton")};
    }

    TourHint applyHint() const
    {
        if (!isPlanned())
            return planHint();
        return {TourSteps::tr("Each line says what would be made, at what risk, and which line of "
                              "a spec asks for it. Apply it to the sandbox."),
                find<QPushButton>("apply")};
    }

private:
    TourStage m_stage;
};

} // namespace

std::vector<TourStep> tourSteps(const TourStage &stage)
{
    const auto eye = std::make_shared<const Eye>(stage);
    return {{TourSteps::tr("Open the sample"), [eye] { return eye->openHint(); },
             [eye] { return eye->isInSample(); }},
            {TourSteps::tr("Mend the slip"), [eye] { return eye->mendHint(); },
             [eye] { return eye->isMended(); }},
            {TourSteps::tr("See it in the graph"), [eye] { return eye->graphHint(); },
             [eye] { return eye->isSlippedChosen(); }},
            {TourSteps::tr("Plan"), [eye] { return eye->planHint(); },
             [eye] { return eye->isPlanned(); }},
            {TourSteps::tr("Apply"), [eye] { return eye->applyHint(); },
             [eye] { return eye->isApplied(); }}};
}

} // namespace meshwright::ui
