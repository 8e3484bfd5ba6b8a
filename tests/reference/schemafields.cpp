// SPDX-License-Identifier: Apache-2.0
#include "reference/schemafields.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace meshwright::test {

namespace {

QString withoutVersion(QString name)
{
    name.remove(QRegularExpression(QStringLiteral("^definitions-")));
    name.remove(QRegularExpression(QStringLiteral("-?\\d+\\.\\d+\\.\\d+(?=-)")));
    return name.startsWith(QLatin1Char('-')) ? name.mid(1) : name;
}

/// A binding of another protocol than Kafka.
bool isOtherBinding(const QString &name)
{
    static const QRegularExpression other(
        QStringLiteral("^bindings-(?!kafka)|[bB]indingsObject/(?!kafka)"));
    return other.match(name).hasMatch();
}

class Reader
{
public:
    Reader(const QJsonObject &root, QString version, SchemaFields &fields)
        : m_root(root)
        , m_version(version.left(3).toStdString())
        , m_fields(fields)
    {}

    void read(const QJsonValue &value, const QString &name, const QString &kafka = {})
    {
        const QJsonObject schema = value.toObject();
        if (schema.contains(QLatin1String("$ref"))) {
            readDefinition(schema[QLatin1String("$ref")].toString());
            return;
        }
        if (schema.isEmpty() || isOtherBinding(name))
            return;
        const QJsonObject properties = schema[QLatin1String("properties")].toObject();
        for (auto each = properties.begin(); each != properties.end(); ++each) {
            SchemaField &field = m_fields[name.toStdString()][each.key().toStdString()];
            field.versions.insert(m_version);
            if (!kafka.isEmpty())
                field.kafkaVersions.insert(kafka.toStdString());
            addAllowed(each.value(), field.allowed);
            read(each.value(), name + QLatin1Char('/') + each.key(), kafka);
        }
        readParts(schema, name, kafka);
    }

private:
    void readParts(const QJsonObject &schema, const QString &name, const QString &kafka)
    {
        for (const char *key : {"allOf", "anyOf", "oneOf"})
            for (const QJsonValue &part : schema[QLatin1String(key)].toArray())
                read(part, name, kafka);
        for (const char *key : {"if", "then", "else"})
            read(schema[QLatin1String(key)], name, kafka);
        const QString entry = name + QStringLiteral("/*");
        for (const QJsonValue &each : schema[QLatin1String("patternProperties")].toObject())
            read(each, entry, kafka);
        read(schema[QLatin1String("additionalProperties")], entry, kafka);
        const QJsonValue items = schema[QLatin1String("items")];
        read(items, entry, kafka);
        for (const QJsonValue &item : items.toArray())
            read(item, entry, kafka);
    }

    void readDefinition(const QString &reference)
    {
        if (m_seen.contains(reference))
            return;
        m_seen.insert(reference);
        const QString name = reference.section(QLatin1Char('/'), -1);
        static const QRegularExpression kafka(QStringLiteral("^bindings-kafka-([\\d.]+)-"));
        read(target(reference), withoutVersion(name), kafka.match(name).captured(1));
    }

    QJsonValue target(const QString &reference) const
    {
        QJsonValue value = m_root;
        for (const QString &token : reference.mid(2).split(QLatin1Char('/')))
            value = value.toObject()[token];
        return value;
    }

    void addAllowed(const QJsonValue &value, std::set<std::string> &allowed, int depth = 0)
    {
        const QJsonObject schema = value.toObject();
        if (depth > 8)
            return;
        for (const QJsonValue &each : schema[QLatin1String("enum")].toArray())
            allowed.insert(each.toString().toStdString());
        if (schema.contains(QLatin1String("const")))
            allowed.insert(schema[QLatin1String("const")].toString().toStdString());
        if (schema.contains(QLatin1String("$ref")))
            addAllowed(target(schema[QLatin1String("$ref")].toString()), allowed, depth + 1);
        for (const char *key : {"allOf", "anyOf", "oneOf"})
            for (const QJsonValue &part : schema[QLatin1String(key)].toArray())
                addAllowed(part, allowed, depth + 1);
    }

    QJsonObject m_root;
    std::string m_version;
    SchemaFields &m_fields;
    QSet<QString> m_seen;
};

} // namespace

SchemaFields schemaFields(const QString &folder)
{
    SchemaFields fields;
    const QDir schemas(folder, QStringLiteral("*.json"));
    for (const QFileInfo &info : schemas.entryInfoList()) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
        Reader(root, info.completeBaseName(), fields).read(root, QStringLiteral("document"));
    }
    return fields;
}

} // namespace meshwright::test
