// SPDX-License-Identifier: Apache-2.0
#include "ui/sessionfixture.h"

#include "ui/editor/codeeditor.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QToolTip>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

namespace {

const char *const spec = R"(asyncapi: 3.0.0
id: urn:acme.sales
info: {title: Sales, version: 1.0.0}
channels:
  sale:
    address: _public.sale
    bindings:
      kafka:
        topicConfiguration:
          cleanup.policy: [delete, compact]
operations:
  sell:
    action: send
    channel: {$ref: '#/channels/sale'}
  misspelt:
    action: sendd
    channel: {$ref: '#/channels/sale'}
)";

} // namespace

class TestEditorHover : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { theme::install(*qApp, theme::Mode::Light); }

    void init()
    {
        m_fixture = std::make_unique<SessionFixture>(Texts{{"s.yaml", spec}});
        QVERIFY(m_fixture->open());
        m_editor = std::make_unique<CodeEditor>(m_fixture->session, "s.yaml");
        m_editor->resize(900, 600);
        m_editor->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
    }

    void cleanup()
    {
        QToolTip::hideText();
        QTRY_VERIFY(!QToolTip::isVisible());
        m_editor.reset();
        m_fixture.reset();
    }

    void placesShowTheirDocumentation_data();
    void placesShowTheirDocumentation();
    void aWordSaysWhatItMeans();
    void findingsComeFirst();
    void placesWithoutDocumentationShowNothing_data();
    void placesWithoutDocumentationShowNothing();
    void whatIsBeingTypedShowsNothingOld();
    void colours_data();
    void colours();

private:
    /// Puts the mouse on the n-th character after the text's start, and waits for what it shows.
    void hover(const QString &needle, int character = 1);
    QString shown(const QString &needle);

    std::unique_ptr<SessionFixture> m_fixture;
    std::unique_ptr<CodeEditor> m_editor;
};

void TestEditorHover::hover(const QString &needle, int character)
{
    QTextCursor cursor = m_editor->document()->find(needle, 0, QTextDocument::FindCaseSensitively);
    QVERIFY2(!cursor.isNull(), qPrintable(needle));
    cursor.setPosition(cursor.selectionStart() + character);
    const QPoint point = m_editor->cursorRect(cursor).center() + QPoint(1, 0);
    QTest::mouseMove(m_editor->viewport(), QPoint(800, 590));
    QTest::mouseMove(m_editor->viewport(), point);
}

QString TestEditorHover::shown(const QString &needle)
{
    hover(needle);
    return QTest::qWaitFor([] { return QToolTip::isVisible(); }, 5000) ? QToolTip::text()
                                                                       : QString();
}

void TestEditorHover::placesShowTheirDocumentation_data()
{
    QTest::addColumn<QString>("needle");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("a key") << QStringLiteral("address")
                           << QStringList{QStringLiteral("<b>address</b>"),
                                          QStringLiteral("Channel · text or null"),
                                          QStringLiteral("<code>null</code>, or leaving it out"),
                                          QStringLiteral("since AsyncAPI 3.0")};
    QTest::newRow("a value of a choice")
        << QStringLiteral("send")
        << QStringList{QStringLiteral("required"),
                       QStringLiteral("<b><code>send</code></b> – The application writes"),
                       QStringLiteral("<br><code>receive</code> – ")};
    QTest::newRow("a setting of Kafka")
        << QStringLiteral("cleanup.policy")
        << QStringList{QStringLiteral("Kafka topic setting"),
                       QStringLiteral("One of: <code>compact</code>, <code>delete</code>"),
                       QStringLiteral("Default: delete")};
    QTest::newRow("a name of the author's")
        << QStringLiteral("sell:")
        << QStringList{QStringLiteral("<b>Operation</b>"),
                       QStringLiteral("What the application does on one channel.")};
}

// Acceptance 15
void TestEditorHover::placesShowTheirDocumentation()
{
    QFETCH(QString, needle);
    QFETCH(QStringList, parts);
    const QString text = shown(needle);
    for (const QString &part : parts)
        QVERIFY2(text.contains(part), qPrintable(text));
}

// Acceptance 15
void TestEditorHover::aWordSaysWhatItMeans()
{
    WorkspaceEdit edit;
    edit.created["meshwright.yaml"].bytes =
        "version: 1\nglossary: [{term: sale, description: A paid purchase, owner: Growth, "
        "synonyms: [deal]}]\n";
    QVERIFY(m_fixture->session.perform(edit, QStringLiteral("Words")));
    QVERIFY(m_fixture->settle());
    const QString text = shown(QStringLiteral("sale:"));
    for (const char *part :
         {"<b>sale</b>", "A paid purchase.", "Also called: <code>deal</code>", "Owner: Growth"})
        QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
}

void TestEditorHover::findingsComeFirst()
{
    const QString text = shown(QStringLiteral("sendd"));
    const auto finding = text.indexOf(QStringLiteral("asyncapi/structure"));
    const auto documentation = text.indexOf(QStringLiteral("<b>action</b>"));
    QVERIFY2(finding >= 0 && finding < documentation, qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("<hr>")));
}

void TestEditorHover::placesWithoutDocumentationShowNothing_data()
{
    QTest::addColumn<QString>("needle");
    QTest::addColumn<int>("character");
    QTest::newRow("a free text") << QStringLiteral("Sales") << 1;
    QTest::newRow("a colon") << QStringLiteral("operations:") << 10;
    QTest::newRow("the indentation") << QStringLiteral("    action: send") << 1;
    QTest::newRow("behind the line's end") << QStringLiteral("    action: send") << 16;
}

void TestEditorHover::placesWithoutDocumentationShowNothing()
{
    QFETCH(QString, needle);
    QFETCH(int, character);
    QVERIFY(!shown(QStringLiteral("address")).isEmpty());
    hover(needle, character);
    QTRY_VERIFY(!QToolTip::isVisible());
    QVERIFY(!QTest::qWaitFor([] { return QToolTip::isVisible(); }, 1200));
}

void TestEditorHover::whatIsBeingTypedShowsNothingOld()
{
    QTextCursor cursor = m_editor->document()->find(QStringLiteral("info"));
    cursor.setPosition(cursor.selectionStart());
    m_editor->setTextCursor(cursor);
    QTest::keyClicks(m_editor.get(), QStringLiteral("tags: []"));
    QTest::keyClick(m_editor.get(), Qt::Key_Return);
    QVERIFY(m_fixture->settle());
    QVERIFY(shown(QStringLiteral("title")).contains(QStringLiteral("<b>title</b>")));
}

void TestEditorHover::colours_data()
{
    QTest::addColumn<theme::Mode>("mode");
    QTest::newRow("light") << theme::Mode::Light;
    QTest::newRow("dark") << theme::Mode::Dark;
}

void TestEditorHover::colours()
{
    QFETCH(theme::Mode, mode);
    theme::setMode(mode);
    const QString muted = theme::tokens().muted.name();
    QVERIFY(shown(QStringLiteral("address")).contains(QStringLiteral("color:") + muted));
    QVERIFY(theme::contrast(theme::tokens().muted,
                            QToolTip::palette().color(QPalette::ToolTipBase)) >= 4.5);
}

QTEST_MAIN(TestEditorHover)
#include "tst_editorhover.moc"
