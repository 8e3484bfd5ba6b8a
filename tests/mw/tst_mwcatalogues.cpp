// SPDX-License-Identifier: Apache-2.0
// Catalogues for EventCatalog and Backstage, as a script writes them.
#include "commandtest.h"

namespace {

const QByteArray reader = "asyncapi: '2.6.0'\nid: 'urn:acme.g.d'\ninfo: {title: B, version: '1'}\n"
                          "channels:\n  acme.f.c._public.sale: {subscribe: {}}\n";

} // namespace

class TestMwCatalogues : public CommandTest
{
    Q_OBJECT

private slots:

    void init()
    {
        makeFolder();
        write("specs/a.yaml", smallSpec);
        write("specs/b.yaml", reader);
    }

    void eventCatalogIsAFolder()
    {
        QCOMPARE(mw({"graph", "specs", "--format", "eventcatalog", "-o", "out"}).exitCode, 0);
        QVERIFY(read("out/domains/acme.f/services/acme.f.c/index.mdx").contains("name: 'A'"));
        QVERIFY(QFile::exists(m_folder->filePath("out/channels/acme.f.c._public.sale/index.mdx")));
        const Run again = mw({"graph", "specs", "--format", "eventcatalog", "-o", "out"});
        QCOMPARE(again.exitCode, 1);
        QVERIFY2(again.err.contains("is there already"), again.err);
        QCOMPARE(mw({"graph", "specs", "--format", "eventcatalog"}).exitCode, 64);
    }

    void aPartHasItsOwnContextsOnly()
    {
        QCOMPARE(mw({"graph", "specs", "--format", "eventcatalog", "-o", "out", "--focus",
                     "acme.f.c", "--hops", "0"})
                     .exitCode,
                 0);
        QVERIFY(!QFile::exists(m_folder->filePath("out/domains/acme.g")));
    }

    void backstageFindsTheSpecs()
    {
        const Run shown = mw({"graph", "specs", "--format", "backstage"});
        QCOMPARE(shown.exitCode, 0);
        QVERIFY2(shown.out.contains("$text: './a.yaml'"), shown.out);
        QCOMPARE(
            mw({"graph", "specs", "--format", "backstage", "-o", "catalog-info.yaml"}).exitCode, 0);
        const QByteArray text = read("catalog-info.yaml");
        QVERIFY2(text.contains("$text: './specs/a.yaml'"), text);
        QVERIFY(text.contains("consumesApis:\n    - 'acme.f.c'"));
    }

private:
    QByteArray read(const QString &name) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

QTEST_GUILESS_MAIN(TestMwCatalogues)
#include "tst_mwcatalogues.moc"
