// SPDX-License-Identifier: Apache-2.0
#include "meshwright/asyncapi/kafkasettings.h"
#include "meshwright/asyncapi/spec.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace meshwright::asyncapi;

namespace {

QStringList linesOf(const char *name)
{
    QFile file(QString(MESHWRIGHT_TEST_DATA) + "/kafka/" + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    auto lines = QString::fromUtf8(file.readAll()).split('\n');
    lines.removeLast();
    return lines;
}

QString kafkaType(const KafkaSetting &setting)
{
    switch (setting.type) {
    case KafkaSetting::Type::Boolean:
        return "BOOLEAN";
    case KafkaSetting::Type::Integer:
        return "INT";
    case KafkaSetting::Type::Long:
        return "LONG";
    case KafkaSetting::Type::Double:
        return "DOUBLE";
    case KafkaSetting::Type::List:
        return "LIST";
    case KafkaSetting::Type::String:
    case KafkaSetting::Type::Choice:
        return "STRING";
    }
    return {};
}

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

} // namespace

class TestKafkaSettings : public QObject
{
    Q_OBJECT

private slots:

    /// Every setting of the broker is there with its type and default, and no other.
    void equalTheBrokers()
    {
        QStringList ours;
        for (const auto &setting : kafkaSettings())
            if (!setting.removed)
                ours += text(setting.name) + '|' + kafkaType(setting) + '|' +
                        text(setting.defaultValue);
        QStringList brokers;
        for (const auto &line : linesOf("topic-settings.txt")) {
            const auto parts = line.split('|');
            auto value = parts[2];
            if (parts[1] == "LIST")
                value.remove('[').remove(']');
            brokers += parts[0] + '|' + parts[1] + '|' + (value == "null" ? QString() : value);
        }
        QVERIFY(brokers.size() > 30);
        QCOMPARE(ours, brokers);
    }

    void verdictsEqualTheBrokers()
    {
        const auto lines = linesOf("topic-setting-verdicts.txt");
        QVERIFY(lines.size() > 500);
        QStringList different;
        for (const auto &line : lines) {
            const auto bar = line.indexOf('|');
            const auto equals = line.indexOf('=');
            const auto name = line.mid(bar + 1, equals - bar - 1).toStdString();
            const auto value = line.mid(equals + 1).toStdString();
            const auto *setting = findKafkaSetting(name);
            QVERIFY2(setting, name.c_str());
            const bool isTaken = line.startsWith("ok");
            if (!settingFault(*setting, value) != isTaken)
                different += line;
        }
        QCOMPARE(different.join('\n'), QString());
    }

    void isSortedAndExplained()
    {
        const auto &all = kafkaSettings();
        QVERIFY(std::is_sorted(all.begin(), all.end(),
                               [](const auto &a, const auto &b) { return a.name < b.name; }));
        for (const auto &setting : all)
            QVERIFY2(!setting.meaning.empty(), std::string(setting.name).c_str());
    }

    void find_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isKnown");
        QTest::addColumn<bool>("isRemoved");
        QTest::newRow("first") << "cleanup.policy" << true << false;
        QTest::newRow("last") << "unclean.leader.election.enable" << true << false;
        QTest::newRow("removed") << "message.format.version" << true << true;
        QTest::newRow("downconversion") << "message.downconversion.enable" << true << true;
        QTest::newRow("difference") << "message.timestamp.difference.max.ms" << true << true;
        QTest::newRow("a broker's") << "log.retention.ms" << false << false;
        QTest::newRow("upper case") << "Retention.ms" << false << false;
        QTest::newRow("empty") << "" << false << false;
    }

    void find()
    {
        QFETCH(QString, name);
        QFETCH(bool, isKnown);
        QFETCH(bool, isRemoved);
        const auto *setting = findKafkaSetting(name.toStdString());
        QCOMPARE(setting != nullptr, isKnown);
        QCOMPARE(setting && setting->removed, isRemoved);
    }

    void faultsSayWhatToDo_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("message");
        QTest::newRow("not a number") << "retention.ms"
                                      << "7d"
                                      << "retention.ms must be a whole number of ms, not '7d'.";
        QTest::newRow("too low") << "segment.bytes"
                                 << "99"
                                 << "segment.bytes must be at least 1048576 bytes.";
        QTest::newRow("too high") << "min.cleanable.dirty.ratio"
                                  << "2"
                                  << "min.cleanable.dirty.ratio must be at most 1.";
        QTest::newRow("choice") << "cleanup.policy"
                                << "remove"
                                << "cleanup.policy cannot be 'remove'; it is one of: compact, "
                                   "delete.";
        QTest::newRow("flag") << "preallocate"
                              << "yes"
                              << "preallocate must be true or false, not 'yes'.";
    }

    void faultsSayWhatToDo()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, message);
        const auto fault = settingFault(*findKafkaSetting(name.toStdString()), value.toStdString());
        QCOMPARE(QString::fromStdString(fault.value_or("")), message);
    }

    void topicNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("part"); // of the fault; empty: none
        QTest::newRow("plain") << "acme.finance._public.sale-1"
                               << "";
        QTest::newRow("one dot") << "."
                                 << "must not be named";
        QTest::newRow("two dots") << ".."
                                  << "must not be named";
        QTest::newRow("three dots") << "..."
                                    << "";
        QTest::newRow("empty") << ""
                               << "empty";
        QTest::newRow("space") << "a b"
                               << "' '";
        QTest::newRow("slash") << "a/b"
                               << "'/'";
        QTest::newRow("whole character") << "größe"
                                         << "'ö' (U+00F6)";
        QTest::newRow("longest") << QString(249, 'x') << "";
        QTest::newRow("too long") << QString(250, 'x') << "250";
    }

    void topicNames()
    {
        QFETCH(QString, name);
        QFETCH(QString, part);
        const auto fault = QString::fromStdString(topicNameFault(name.toStdString()).value_or(""));
        QCOMPARE(fault.isEmpty(), part.isEmpty());
        QVERIFY2(fault.contains(part), qPrintable(fault));
    }

    void numbers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("number"); // -1: none
        QTest::newRow("one") << "12" << 12;
        QTest::newRow("zero in front") << "012" << 12;
        QTest::newRow("words") << "many" << -1;
        QTest::newRow("half a number") << "12 or so" << -1;
        QTest::newRow("a fraction") << "1.5" << -1;
        QTest::newRow("empty") << "" << -1;
        QTest::newRow("too large") << "99999999999" << -1;
    }

    void numbers()
    {
        QFETCH(QString, text);
        QFETCH(int, number);
        QCOMPARE(numberIn(Located{text.toStdString(), {}}).value_or(-1), number);
        QVERIFY(!numberIn(std::nullopt));
    }

    void collisions()
    {
        QCOMPARE(topicCollisionKey("a.b_c"), topicCollisionKey("a_b.c"));
        QVERIFY(topicCollisionKey("a.b") != topicCollisionKey("a-b"));
    }
};

QTEST_APPLESS_MAIN(TestKafkaSettings)
#include "tst_kafkasettings.moc"
