// SPDX-License-Identifier: Apache-2.0
#include "reference/schemafields.h"

#include "meshwright/asyncapi/kafkasettings.h"
#include "meshwright/reference/reference.h"

#include <QFile>
#include <QtTest>

#include <algorithm>

using namespace meshwright;
using namespace meshwright::reference;
using namespace meshwright::test;

namespace {

QString describe(const Object &object, const Field &field)
{
    return QString::fromStdString(object.name + "." + field.name);
}

const Field *fieldNamed(const Object &object, const std::string &name)
{
    for (const Field &field : object.fields)
        if (field.name == name)
            return &field;
    for (const Object &other : objects())
        if (other.name == object.like)
            return fieldNamed(other, name);
    return nullptr;
}

/// What all definitions of an object say about a field together.
SchemaField merged(const SchemaFields &schemas, const Object &object, const std::string &field)
{
    SchemaField result;
    for (const std::string &definition : object.definitions) {
        const auto fields = schemas.find(definition);
        if (fields == schemas.end())
            continue;
        const auto found = fields->second.find(field);
        if (found == fields->second.end())
            continue;
        result.versions.insert(found->second.versions.begin(), found->second.versions.end());
        result.kafkaVersions.insert(found->second.kafkaVersions.begin(),
                                    found->second.kafkaVersions.end());
        result.allowed.insert(found->second.allowed.begin(), found->second.allowed.end());
    }
    return result;
}

std::set<std::string> versionsOf(const SchemaFields &schemas, const Object &object)
{
    std::set<std::string> versions;
    for (const Field &field : object.fields)
        versions.merge(merged(schemas, object, field.name).versions);
    return versions;
}

} // namespace

class TestReference : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        m_schemas = schemaFields(QStringLiteral(MESHWRIGHT_SCHEMAS));
        QVERIFY(m_schemas.size() > 60);
    }

    void everyFieldOfTheSchemasIsDescribed();
    void everyEntryIsOfTheSchemas();
    void sinceAndUntilAreTheSchemas();
    void valuesAreAllowedOnes();
    void textsAreSentences();
    void thePageIsUpToDate();

private:
    SchemaFields m_schemas;
};

void TestReference::everyFieldOfTheSchemasIsDescribed()
{
    std::map<std::string, const Object *> byDefinition;
    for (const Object &object : objects())
        for (const std::string &definition : object.definitions)
            QVERIFY2(byDefinition.emplace(definition, &object).second, definition.c_str());
    QStringList missing;
    for (const auto &[definition, fields] : m_schemas) {
        const auto object = byDefinition.find(definition);
        for (const auto &[field, facts] : fields) {
            const bool isSetting = definition == "bindings-kafka-channel/topicConfiguration" &&
                                   asyncapi::findKafkaSetting(field);
            const bool isDescribed =
                object != byDefinition.end() && fieldNamed(*object->second, field);
            if (!isDescribed && !isSetting && field != "$ref")
                missing.append(QString::fromStdString(definition + "." + field));
        }
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
}

void TestReference::everyEntryIsOfTheSchemas()
{
    for (const Object &object : objects())
        for (const Field &field : object.fields) {
            const bool isKnown = !merged(m_schemas, object, field.name).versions.empty();
            QVERIFY2(isKnown == field.from.empty(), qPrintable(describe(object, field)));
        }
}

void TestReference::sinceAndUntilAreTheSchemas()
{
    for (const Object &object : objects()) {
        const auto ofObject = versionsOf(m_schemas, object);
        for (const Field &field : object.fields) {
            const SchemaField facts = merged(m_schemas, object, field.name);
            if (facts.versions.empty())
                continue; // what everyEntryIsOfTheSchemas is about
            const QString where = describe(object, field);
            if (object.edition != "AsyncAPI") {
                const std::string oldest = "0.3.0"; // the first whose schemas are at hand
                const std::string first = *facts.kafkaVersions.begin();
                QVERIFY2(field.since <= oldest ? first == oldest : first == field.since,
                         qPrintable(where));
                QVERIFY2(field.until.empty() && *facts.kafkaVersions.rbegin() == "0.5.0",
                         qPrintable(where));
                continue;
            }
            const std::string first = *facts.versions.begin();
            const std::string last = *facts.versions.rbegin();
            QVERIFY2(field.since == (first == *ofObject.begin() ? "" : first), qPrintable(where));
            QVERIFY2(field.until == (last == *ofObject.rbegin() ? "" : last), qPrintable(where));
        }
    }
}

void TestReference::valuesAreAllowedOnes()
{
    for (const Object &object : objects())
        for (const Field &field : object.fields)
            for (const auto &[value, text] : field.values) {
                const QString where =
                    describe(object, field) + QLatin1Char('=') + QString::fromStdString(value);
                QVERIFY2(merged(m_schemas, object, field.name).allowed.contains(value),
                         qPrintable(where));
                QVERIFY2(text.ends_with('.'), qPrintable(where));
            }
}

void TestReference::textsAreSentences()
{
    for (const Object &object : objects()) {
        QVERIFY2(object.text.ends_with('.'), object.name.c_str());
        for (const Field &field : object.fields) {
            QVERIFY2(field.text.ends_with('.'), qPrintable(describe(object, field)));
            QVERIFY2(field.text.size() < 400, qPrintable(describe(object, field)));
        }
    }
}

void TestReference::thePageIsUpToDate()
{
    QFile page(QStringLiteral(MESHWRIGHT_DOCS "/reference.md"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    QVERIFY2(page.readAll() == QByteArray::fromStdString(markdown()),
             "run: mw reference -o docs/reference.md");
}

QTEST_APPLESS_MAIN(TestReference)
#include "tst_reference.moc"
