// SPDX-License-Identifier: Apache-2.0
#include "commandtest.h"

#include <QJsonArray>
#include <QJsonObject>

class TestMwImport : public CommandTest
{
    Q_OBJECT

private slots:

    void init() { makeFolder(); }

    void writesAWorkspaceThatIsChecked();
    void writesNothingUnasked();
    void mixesWithNothing();
    void staysInItsFolder();
    void saysWhereADescriptorIsWrong();
};

namespace {

const QString julie = QStringLiteral(MESHWRIGHT_TEST_DATA "/julie/");

} // namespace

void TestMwImport::writesAWorkspaceThatIsChecked()
{
    const Run imported =
        mw({QStringLiteral("import"), QStringLiteral("julie"),
            julie + QStringLiteral("descriptor-with-plans.yaml"), QStringLiteral("-o"),
            QStringLiteral("specs"), QStringLiteral("--format"), QStringLiteral("json")});
    QCOMPARE(imported.exitCode, 0);
    const QJsonObject json = imported.json().object();
    QCOMPARE(json[QStringLiteral("version")].toInt(), 1);
    QCOMPARE(json[QStringLiteral("files")].toArray().size(), 3);
    QVERIFY(!json[QStringLiteral("notes")].toArray().isEmpty());
    const Run check = mw({QStringLiteral("check"), QStringLiteral("specs"),
                          QStringLiteral("--severity"), QStringLiteral("error")});
    QVERIFY2(check.exitCode == 0, check.out + check.err);
    const Run topics = mw({QStringLiteral("topics"), QStringLiteral("specs")});
    QVERIFY(topics.out.contains("contextOrg.source.foo.barFoo  partitions=default replicas=1 "
                                "max.message.bytes=7340116 retention.ms=5000"));
}

void TestMwImport::writesNothingUnasked()
{
    const Run imported = mw({QStringLiteral("import"), QStringLiteral("julie"),
                             julie + QStringLiteral("descriptor-short.yaml")});
    QCOMPARE(imported.exitCode, 0);
    QVERIFY(imported.out.contains("What the first plan would add:"));
    QVERIFY(imported.err.contains("nothing is written without -o"));
    QVERIFY(QDir(m_folder->path()).entryList(QDir::Files | QDir::NoDotAndDotDot).isEmpty());
}

void TestMwImport::staysInItsFolder()
{
    const QString victim = write(QStringLiteral("victim.yaml"), "mine");
    QString context = m_folder->path();
    context.replace(u'/', u'.');
    write(QStringLiteral("d.yaml"), "context: '" + context.toUtf8() +
                                        "'\nprojects:\n  - name: victim\n    topics:\n"
                                        "      - name: t\n");
    const Run imported =
        mw({QStringLiteral("import"), QStringLiteral("julie"), QStringLiteral("d.yaml"),
            QStringLiteral("-o"), QStringLiteral("specs")});
    QVERIFY2(imported.exitCode == 1, imported.err.constData());
    QVERIFY2(imported.err.contains("outside of the folder"), imported.err.constData());
    QFile file(victim);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine"));
}

void TestMwImport::mixesWithNothing()
{
    write(QStringLiteral("specs/mine.yaml"), "mine");
    const Run imported = mw({QStringLiteral("import"), QStringLiteral("julie"),
                             julie + QStringLiteral("descriptor-short.yaml"), QStringLiteral("-o"),
                             QStringLiteral("specs")});
    QCOMPARE(imported.exitCode, 1);
    QVERIFY(imported.err.contains("not empty"));
    QCOMPARE(QDir(m_folder->filePath(QStringLiteral("specs"))).entryList(QDir::Files).size(), 1);
}

void TestMwImport::saysWhereADescriptorIsWrong()
{
    write(QStringLiteral("d.yaml"), "context: a\nprojects:\n  - topics: []\n");
    const Run imported =
        mw({QStringLiteral("import"), QStringLiteral("julie"), QStringLiteral("d.yaml")});
    QCOMPARE(imported.exitCode, 65);
    QVERIFY2(imported.err.contains("d.yaml:3:5"), imported.err);
}

QTEST_GUILESS_MAIN(TestMwImport)
#include "tst_mwimport.moc"
