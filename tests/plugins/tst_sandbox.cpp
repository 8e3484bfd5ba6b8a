// SPDX-License-Identifier: Apache-2.0
#include "plugins/connectorsuite.h"

#include "sandbox/sandboxconnector.h"

#include <sqlite3.h>

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <thread>

using namespace meshwright;

// The suite that a real Kafka passes too, and what is the sandbox's own: its file.
class TestSandbox : public test::ConnectorSuite
{
    Q_OBJECT

protected:
    std::unique_ptr<Cluster> connect() override
    {
        return SandboxConnector().open(environment()).value_or(nullptr);
    }

private slots:
    void keepsEverythingInItsFile();
    void findsItsFolder();
    void makesNoFileOutsideItsFolder();
    void keepsEnvironmentsApart();
    void staysAtRestUntilTheFirstCall();
    void tellsOfADamagedFile();
    void tellsOfANewerFile();
    void tellsOfAFolderThatIsNone();
    void waitsForOtherProcesses();

private:
    Environment environment(const QString &file = QStringLiteral("suite.db")) const
    {
        Environment environment;
        environment.name = "sandbox";
        environment.connector = "sandbox";
        environment.properties["path"] = m_folder.filePath(file).toStdString();
        return environment;
    }

    std::unique_ptr<Cluster> at(const QString &file) const
    {
        return SandboxConnector().open(environment(file)).value();
    }

    QTemporaryDir m_folder;
};

void TestSandbox::keepsEverythingInItsFile()
{
    const Acl acl{ResourceType::Topic, PatternType::Prefixed, "a.", "User:a", "*",
                  AclOperation::Read,  Permission::Allow};
    QVERIFY(
        at("kept.db")->createTopics({{"a.b", 2, {}, {{"retention.ms", "5"}}}}, false, {}).at(0));
    QVERIFY(at("kept.db")->createAcls({acl}, {}).at(0));
    const auto topics = at("kept.db")->readTopics({});
    QVERIFY(topics);
    QCOMPARE(topics->size(), std::size_t(1));
    QCOMPARE(topics->front().partitions, 2);
    QCOMPARE(topics->front().settings.at("retention.ms"), std::string("5"));
    QVERIFY(at("kept.db")->readAcls({}).value() == std::vector<Acl>{acl});
}

void TestSandbox::findsItsFolder()
{
    const QByteArray before = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
    Environment named;
    named.name = "my sandbox";
    const auto cluster = SandboxConnector().open(named);
    QVERIFY(cluster && (*cluster)->info({}));
    QVERIFY(QFile::exists(m_folder.filePath("meshwright/sandbox/my%20sandbox.db")));
    before.isNull() ? qunsetenv("XDG_DATA_HOME") : qputenv("XDG_DATA_HOME", before);
}

void TestSandbox::makesNoFileOutsideItsFolder()
{
    const QByteArray before = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
    Environment named;
    named.name = "../../outside";
    const auto cluster = SandboxConnector().open(named);
    QVERIFY(cluster && (*cluster)->info({}));
    QVERIFY(!QFile::exists(m_folder.filePath("outside.db")));
    QVERIFY(QFile::exists(m_folder.filePath("meshwright/sandbox/%2E%2E%2F..%2Foutside.db")) ||
            QFile::exists(m_folder.filePath("meshwright/sandbox/%2E.%2F..%2Foutside.db")));
    before.isNull() ? qunsetenv("XDG_DATA_HOME") : qputenv("XDG_DATA_HOME", before);
}

void TestSandbox::keepsEnvironmentsApart()
{
    QVERIFY(at("one.db")->createTopics({{"only.here", {}, {}, {}}}, false, {}).at(0));
    QVERIFY(at("two.db")->readTopics({}).value().empty());
    QVERIFY(at("one.db")->info({})->clusterId != at("two.db")->info({})->clusterId);
}

void TestSandbox::staysAtRestUntilTheFirstCall()
{
    const auto cluster = at("lazy.db");
    QVERIFY(!QFile::exists(m_folder.filePath("lazy.db")));
    QVERIFY(cluster->info({}));
    QVERIFY(QFile::exists(m_folder.filePath("lazy.db")));
}

void TestSandbox::tellsOfADamagedFile()
{
    QFile file(m_folder.filePath("damaged.db"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    const auto topics = at("damaged.db")->readTopics({});
    QVERIFY(!topics);
    QCOMPARE(int(topics.error().code), int(Error::Code::Io));
    QVERIFY2(topics.error().message.find("damaged") != std::string::npos,
             topics.error().message.c_str());
    QCOMPARE(QString::fromStdString(topics.error().where), file.fileName());
    // It is left as it was.
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray(8192, 'x'));
}

void TestSandbox::tellsOfANewerFile()
{
    QVERIFY(at("newer.db")->info({}));
    sqlite3 *database = nullptr;
    QCOMPARE(sqlite3_open(m_folder.filePath("newer.db").toUtf8(), &database), SQLITE_OK);
    QCOMPARE(sqlite3_exec(database, "PRAGMA user_version = 99", nullptr, nullptr, nullptr),
             SQLITE_OK);
    sqlite3_close(database);
    const auto info = at("newer.db")->info({});
    QVERIFY(!info);
    QVERIFY(info.error().message.find("newer version") != std::string::npos);
}

void TestSandbox::tellsOfAFolderThatIsNone()
{
    QFile file(m_folder.filePath("plain"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto info = at("plain/under.db")->info({});
    QVERIFY(!info);
    QCOMPARE(int(info.error().code), int(Error::Code::Io));
    QVERIFY(!info.error().message.empty());
}

// Several connections write at once, as several processes would: each write arrives, once.
void TestSandbox::waitsForOtherProcesses()
{
    constexpr int writers = 4;
    constexpr int each = 25;
    std::vector<std::string> faults(writers);
    std::vector<std::thread> threads;
    for (int w = 0; w < writers; ++w) {
        threads.emplace_back([this, w, &faults] {
            const auto cluster = at("shared.db");
            for (int i = 0; i < each; ++i) {
                const std::string topic = "t." + std::to_string(w) + '-' + std::to_string(i);
                const auto outcome = cluster->createTopics({{topic, 1, 1, {}}}, false, {}).at(0);
                if (!outcome)
                    faults[std::size_t(w)] = outcome.error().message;
            }
        });
    }
    for (auto &thread : threads)
        thread.join();
    for (const auto &fault : faults)
        QVERIFY2(fault.empty(), fault.c_str());
    QCOMPARE(at("shared.db")->readTopics({}).value().size(), std::size_t(writers * each));
}

QTEST_GUILESS_MAIN(TestSandbox)
#include "tst_sandbox.moc"
