// SPDX-License-Identifier: Apache-2.0
#include "meshwright/topology/topology.h"

#include "support/unprivileged.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace meshwright;

namespace {

constexpr auto plainSpec = "asyncapi: 2.6.0\nid: 'urn:a.b'\nchannels: {_public.x: {publish: {}}}\n";

} // namespace

class TestWorkspaceFolder : public QObject
{
    Q_OBJECT

private:
    void write(const QString &path, const QByteArray &bytes) const
    {
        const auto full = m_folder->filePath(path);
        QVERIFY(QDir().mkpath(QFileInfo(full).path()));
        QFile file(full);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    Result<WorkspacePtr> open(const QString &path = {}) const
    {
        return Workspace::open(m_folder->filePath(path).toStdString());
    }

    QString paths() const
    {
        QStringList found;
        const auto workspace = open();
        if (!workspace)
            return QString::fromStdString(workspace.error().message);
        for (const auto &[path, file] : (*workspace)->files())
            found += QString::fromStdString(path);
        return found.join(' ');
    }

private slots:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    /// It may hold specs, so nobody may take it for empty.
    void aFolderThatCantBeReadIsTold()
    {
        write("a.yaml", plainSpec);
        write("closed/b.yaml", plainSpec);
        QVERIFY(::chmod(m_folder->filePath("closed").toUtf8(), 0) == 0);
        QVERIFY(::chmod(m_folder->path().toUtf8(), 0755) == 0);
        {
            const test::Unprivileged nobody;
            QCOMPARE(paths(), "a.yaml closed");
            const auto workspace = open();
            const auto *closed = (*workspace)->file("closed");
            QVERIFY(closed && closed->fault && closed->fault->code == Error::Code::Denied);
        }
        QVERIFY(::chmod(m_folder->filePath("closed").toUtf8(), 0755) == 0);
        QCOMPARE(paths(), "a.yaml closed/b.yaml");
    }

    void findsByContent()
    {
        write("a.yaml", plainSpec);
        write("deep/er/b.yml", "x: 1\n");
        write("c.json", "{}");
        write("d.avsc", "{}");
        write("e.proto", "");
        write("f.txt", plainSpec);
        write("G.YAML", plainSpec);
        QCOMPARE(paths(), QString("G.YAML a.yaml c.json d.avsc deep/er/b.yml e.proto"));
        QCOMPARE((*open())->specs().size(), std::size_t{2});
    }

    void skips()
    {
        write(".git/a.yaml", plainSpec);
        write(".github/a.yaml", plainSpec);
        write("node_modules/x/a.yaml", plainSpec);
        write("build/a.yaml", plainSpec);
        write("cmake-build-debug/a.yaml", plainSpec);
        write("target/a.yaml", plainSpec);
        write("kept/a.yaml", plainSpec);
        QCOMPARE(paths(), QString("kept/a.yaml"));
    }

    void links()
    {
        QTemporaryDir elsewhere;
        QFile outside(elsewhere.filePath("secret.yaml"));
        QVERIFY(outside.open(QIODevice::WriteOnly));
        outside.write(plainSpec);
        outside.close();
        write("a/real.yaml", plainSpec);
        QVERIFY(QFile::link(outside.fileName(), m_folder->filePath("out.yaml")));
        QVERIFY(QFile::link(elsewhere.path(), m_folder->filePath("outfolder")));
        QVERIFY(QFile::link(m_folder->path(), m_folder->filePath("a/loop")));
        QVERIFY(QFile::link("nowhere.yaml", m_folder->filePath("dangling.yaml")));
        QVERIFY(QFile::link(m_folder->filePath("a/real.yaml"), m_folder->filePath("in.yaml")));
        QCOMPARE(paths(), QString("a/real.yaml in.yaml"));
    }

    void pipeIsPassedOver()
    {
        write("a.yaml", plainSpec);
        QCOMPARE(::mkfifo(qPrintable(m_folder->filePath("pipe.yaml")), 0600), 0);
        QCOMPARE(paths(), QString("a.yaml"));
    }

    void unreadableFileKeepsTheRest()
    {
        write("good.yaml", plainSpec);
        write("nul.yaml", QByteArray("asyncapi: 2.6.0\nid: a\0b\n", 24));
        write("latin1.yaml", "x: \xE4\n");
        const auto workspace = open();
        QVERIFY(workspace);
        const auto *nul = (*workspace)->file("nul.yaml");
        QVERIFY(nul && nul->fault && !nul->text && nul->isSpec);
        const auto *latin = (*workspace)->file("latin1.yaml");
        QVERIFY(latin && latin->fault && !latin->isSpec);
        QCOMPARE((*workspace)->specs().size(), std::size_t{1});
    }

    void badPaths_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("code");
        QTest::newRow("nothing there") << "gone" << static_cast<int>(Error::Code::NotFound);
        QTest::newRow("nothing there, deeper")
            << "gone/a.yaml" << static_cast<int>(Error::Code::NotFound);
        QTest::newRow("a pipe") << "pipe" << static_cast<int>(Error::Code::Invalid);
    }

    void badPaths()
    {
        QFETCH(QString, path);
        QFETCH(int, code);
        QCOMPARE(::mkfifo(qPrintable(m_folder->filePath("pipe")), 0600), 0);
        const auto workspace = open(path);
        QVERIFY(!workspace);
        QCOMPARE(static_cast<int>(workspace.error().code), code);
        QVERIFY(!workspace.error().message.empty());
    }

    void emptyFolder()
    {
        const auto workspace = open();
        QVERIFY(workspace);
        QVERIFY((*workspace)->files().empty());
        QVERIFY((*workspace)->specs().empty());
    }

    void trailingSlashAndDots()
    {
        write("a.yaml", plainSpec);
        write("b/c.yaml", plainSpec);
        const auto workspace = open("b/../");
        QVERIFY(workspace);
        QCOMPARE(QString::fromStdString((*workspace)->root().string()), m_folder->path());
        QCOMPARE((*workspace)->files().size(), std::size_t{2});
    }

    void oneFile()
    {
        write("a.yaml", plainSpec);
        write("b.yaml", "asyncapi: 2.6.0\nid: 'urn:a.b'\nchannels: {_public.x: {publish: {}}, "
                        "_public.y: {publish: {}}}\n");
        const auto workspace = open("b.yaml");
        QVERIFY(workspace);
        QCOMPARE(QString::fromStdString((*workspace)->only()), QString("b.yaml"));
        QVERIFY((*workspace)->isAskedFor("b.yaml"));
        QVERIFY(!(*workspace)->isAskedFor("a.yaml"));
        // The one that was asked for keeps its id, though another comes first by path.
        const auto topology = buildTopology(*workspace);
        QCOMPARE(topology->contexts.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(topology->contexts[0].spec->file), QString("b.yaml"));
        for (const auto &topic : topology->topics)
            QCOMPARE(QString::fromStdString(topic.spec->file), QString("b.yaml"));
    }

    void reload()
    {
        write("a.yaml", plainSpec);
        write("b.yaml", plainSpec);
        const auto before = *open();
        write("a.yaml", "asyncapi: 2.6.0\nid: 'urn:a.new'\n");
        const auto after = before->reloaded("a.yaml");
        QCOMPARE(QString::fromStdString(after->file("a.yaml")->spec->id->value),
                 QString("urn:a.new"));
        QCOMPARE(after->files().at("b.yaml"), before->files().at("b.yaml"));
        QVERIFY(QFile::remove(m_folder->filePath("a.yaml")));
        QVERIFY(!after->reloaded("a.yaml")->exists("a.yaml"));
    }

    void manyFilesAlwaysReadTheSame()
    {
        for (int i = 0; i < 100; ++i)
            write(QString("d%1/s%1.yaml").arg(i),
                  QString("asyncapi: 2.6.0\nid: 'urn:a.c%1'\nchannels:\n  _public.x: {publish: "
                          "{}}\n  a.c%2._public.x: {subscribe: {}}\n")
                      .arg(i)
                      .arg((i + 1) % 100)
                      .toUtf8());
        const auto one = buildTopology(*open());
        QCOMPARE(one->contexts.size(), std::size_t{100});
        QCOMPARE(one->edges.size(), std::size_t{200});
        QCOMPARE(buildTopology(*open())->edges, one->edges);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(TestWorkspaceFolder)
#include "tst_workspacefolder.moc"
