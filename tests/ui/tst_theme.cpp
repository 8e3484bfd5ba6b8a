// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/theme.h"
#include "ui/theme/wraplayout.h"

#include <QApplication>
#include <QFile>
#include <QFrame>
#include <QLabel>
#include <QtTest>

using namespace meshwright::ui;

namespace {

/// How often a widget is told to lay itself out.
class Requests : public QObject
{
public:
    int count = 0;

    explicit Requests(QWidget &widget)
        : QObject(&widget)
    {
        widget.installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        count += event->type() == QEvent::LayoutRequest ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:

    void textIsReadable_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("highContrast");
        QTest::newRow("light") << false << false;
        QTest::newRow("dark") << true << false;
        QTest::newRow("light, high contrast") << false << true;
        QTest::newRow("dark, high contrast") << true << true;
    }

    // Acceptance 25
    void textIsReadable()
    {
        QFETCH(bool, dark);
        QFETCH(bool, highContrast);
        const theme::Tokens t = theme::tokensFor(dark, highContrast);
        for (const QColor &ground : {t.window, t.surface, t.raised, t.selection})
            QVERIFY2(theme::contrast(t.text, ground) >= 7, qPrintable(ground.name()));
        for (const QColor &ink : {t.muted, t.error, t.warning, t.good, t.accent, t.publicAccess,
                                  t.protectedAccess, t.privateAccess})
            QVERIFY2(theme::contrast(ink, t.surface) >= 4.5, qPrintable(ink.name()));
        QVERIFY(theme::contrast(t.onAccent, t.accent) >= 4.5);
        for (int i = 0; i < 12; ++i)
            QVERIFY(theme::contrast(theme::domainTitle(t, i), theme::domainFill(t, i)) >= 4.5);
    }

    void domainsDiffer()
    {
        const theme::Tokens t = theme::tokensFor(false, false);
        for (int i = 1; i < 12; ++i)
            QVERIFY(theme::domainHue(t, i) != theme::domainHue(t, i - 1));
        QCOMPARE(theme::domainHue(t, 12), theme::domainHue(t, 0));
    }

    // Acceptance 34
    void followsTheMode()
    {
        theme::install(*qApp, theme::Mode::Light);
        QCOMPARE(qApp->palette().color(QPalette::Window), theme::tokensFor(false, false).window);
        theme::setMode(theme::Mode::Dark);
        QVERIFY(theme::tokens().isDark);
        QCOMPARE(qApp->palette().color(QPalette::Window), theme::tokensFor(true, false).window);
        QVERIFY(theme::detailFont().pointSizeF() >= 9);
    }

    void wordsKeepTheirInkInAllColours()
    {
        theme::install(*qApp, theme::Mode::Light);
        QWidget window;
        QLabel label(&window);
        window.show();
        for (const auto ink : {theme::Ink::Muted, theme::Ink::Error}) {
            theme::setInk(label, ink); // the newest counts
            for (const auto mode : {theme::Mode::Dark, theme::Mode::Light}) {
                theme::setMode(mode);
                QTRY_COMPARE(label.palette().color(QPalette::WindowText), theme::colorOf(ink));
            }
        }
    }

    /// What shares a row is equally high; less room makes more rows; and then nothing moves.
    void barsWrapAndComeToRest()
    {
        QWidget bar;
        auto *row = new theme::WrapLayout(&bar);
        auto *high = new QFrame;
        auto *low = new QFrame;
        high->setMinimumSize(100, 60);
        low->setMinimumSize(100, 20);
        row->addWidget(high, 1);
        row->addWidget(low, 1);
        bar.resize(300, 80);
        bar.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bar));
        QCOMPARE(low->height(), high->height());
        QTRY_COMPARE(row->minimumSize().height(), row->heightForWidth(300));
        bar.resize(150, 120);
        QTRY_VERIFY(low->y() >= high->geometry().bottom());
        QTRY_COMPARE(row->minimumSize().height(), row->heightForWidth(150));
        QTest::qWait(50); // the last request is on its way
        Requests requests(bar);
        QTest::qWait(50);
        QCOMPARE(requests.count, 0);
    }

    void iconsAreTinted()
    {
        theme::install(*qApp, theme::Mode::Light);
        for (const auto mode : {theme::Mode::Light, theme::Mode::Dark}) {
            theme::setMode(mode);
            const QImage image = theme::icon("save").pixmap(24, 24).toImage();
            bool found = false;
            for (int y = 0; y < image.height() && !found; ++y)
                for (int x = 0; x < image.width() && !found; ++x)
                    found = image.pixelColor(x, y).rgb() == theme::tokens().text.rgb();
            QVERIFY(found);
        }
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
