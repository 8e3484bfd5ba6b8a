// SPDX-License-Identifier: Apache-2.0
// Closing the window must not cut off what only the window tells about.
#include "planfixture.h"
#include "ui/plan/plancontroller.h"
#include "ui/shell/workbench.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

class TestClosing : public QObject
{
    Q_OBJECT

public:
    static void initMain()
    {
        static const QTemporaryDir home;
        for (const char *name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            qputenv(name, home.path().toLocal8Bit());
    }

private slots:

    void theWindowStaysWhileAPlanIsApplied()
    {
        const PlanFolder folder;
        const auto connector = std::make_shared<FakeConnector>("kafka");
        Workbench workbench(std::make_unique<DialogQuestions>(), Connections({connector}));
        MainWindow &window = workbench.window();
        auto *controller = window.findChild<PlanController *>();
        QVERIFY(controller != nullptr);
        window.show();
        window.openPath(folder.path());
        QTRY_VERIFY(workbench.session().isOpen());
        controller->setEnvironment(QStringLiteral("play"));
        controller->plan();
        QTRY_COMPARE(controller->phase(), PlanController::Phase::Planned);

        QSemaphore reached;
        QSemaphore goOn;
        connector->cluster->before = [&](const std::string &method, int) {
            if (method != "createTopics")
                return;
            reached.release();
            goOn.acquire();
        };
        QVERIFY(controller->apply().has_value());
        QTRY_COMPARE(reached.available(), 1);
        const bool hasClosed = window.close();
        goOn.release();
        QVERIFY(!hasClosed);
        QVERIFY(window.isVisible());

        QTRY_COMPARE(controller->phase(), PlanController::Phase::Applied);
        QVERIFY(controller->report()->isComplete());
        QVERIFY(window.close());
    }
};

QTEST_MAIN(TestClosing)
#include "tst_closing.moc"
