// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

/// Descriptions of JSON values, from tests/data/formats: an object has all the keys that there are
/// (`?` behind one that may lack, `*` for any), a list the shape of every item. A text is a choice
/// of words with `|` between them: string, number, bool, null, any; `=word` for a string that says
/// just this; `@name` for another description.
class Shapes
{
public:
    Shapes()
    {
        QFile file(QStringLiteral(MESHWRIGHT_TEST_DATA "/formats/shapes.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no shapes");
        m_shapes = QJsonDocument::fromJson(file.readAll()).object();
    }

    bool has(const QString &name) const { return m_shapes.contains(name); }

    /// How the value is not as described; empty where it is. Of a part, keys that the description
    /// does not have may be there.
    QString faults(const QJsonObject &value, const QString &name, bool isPart = false) const
    {
        QStringList faults;
        compareObject(value, m_shapes[name].toObject(), name, isPart, faults);
        return faults.join(QLatin1Char('\n'));
    }

private:
    void compare(const QJsonValue &value, const QJsonValue &shape, const QString &path,
                 QStringList &faults) const
    {
        if (shape.isObject())
            return compareObject(value, shape.toObject(), path, false, faults);
        if (shape.isArray())
            return compareList(value, shape.toArray().first(), path, faults);
        QStringList ofOthers;
        for (const auto &word : shape.toString().split(QLatin1Char('|'))) {
            if (isIt(value, word))
                return;
            if (word.startsWith('@')) {
                QStringList inside;
                compare(value, m_shapes[word.mid(1)], path, inside);
                if (inside.isEmpty())
                    return;
                ofOthers << inside;
            }
        }
        faults << path + ": " + shown(value) + " is not " + shape.toString() << ofOthers;
    }

    void compareObject(const QJsonValue &value, const QJsonObject &shape, const QString &path,
                       bool isPart, QStringList &faults) const
    {
        if (!value.isObject()) {
            faults << path + ": " + shown(value) + " is no object";
            return;
        }
        const auto object = value.toObject();
        for (auto each = shape.begin(); each != shape.end(); ++each)
            if (each.key() != "*" && !each.key().endsWith('?') && !object.contains(each.key()))
                faults << path + ": lacks " + each.key();
        for (auto each = object.begin(); each != object.end(); ++each) {
            auto found = shape.find(each.key());
            if (found == shape.end())
                found = shape.find(each.key() + '?');
            if (found == shape.end())
                found = shape.find(QStringLiteral("*"));
            if (found != shape.end())
                compare(each.value(), found.value(), path + '/' + each.key(), faults);
            else if (!isPart)
                faults << path + ": has " + each.key();
        }
    }

    void compareList(const QJsonValue &value, const QJsonValue &shape, const QString &path,
                     QStringList &faults) const
    {
        if (!value.isArray())
            faults << path + ": " + shown(value) + " is no list";
        int index = 0;
        for (const auto &item : value.toArray())
            compare(item, shape, path + '/' + QString::number(index++), faults);
    }

    static bool isIt(const QJsonValue &value, const QString &word)
    {
        if (word.startsWith('='))
            return value.isString() && value.toString() == word.mid(1);
        return word == "any" || (word == "string" && value.isString()) ||
               (word == "number" && value.isDouble()) || (word == "bool" && value.isBool()) ||
               (word == "null" && value.isNull());
    }

    static QString shown(const QJsonValue &value)
    {
        return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    }

    QJsonObject m_shapes;
};
