// SPDX-License-Identifier: Apache-2.0
#include "conformance/asyncapischema.h"
#include "meshwright/asyncapi/kafkasettings.h"
#include "reference/fieldfacts.h"
#include "reference/kafkasettingdocs.h"
#include "reference/objectplaces.h"
#include "reference/objects.h"

#include <algorithm>
#include <utility>

namespace meshwright::reference {

namespace {

constexpr std::size_t mostValues = 16;

std::string code(std::string_view text)
{
    return "`" + std::string(text) + "`";
}

/// A cell of a table: nothing in it may end the cell.
std::string cell(std::string text)
{
    for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2))
        text.insert(at, "\\");
    return text;
}

std::string row(const std::string &name, const std::string &type, const std::string &versions,
                const std::string &meaning)
{
    return "| " + code(name) + " | " + cell(type) + " | " + versions + " | " + cell(meaning) +
           " |\n";
}

/// Types come from the newest schema that has the field.
class ObjectTables
{
public:
    std::string of(const Object &object) const
    {
        std::string text = "\n## " + object.name + "\n\n" + object.text + "\n";
        if (!object.like.empty())
            text += "\nThe fields of " + object.like + " and these:\n";
        if (object.fields.empty())
            return text;
        text += "\n| field | takes | versions | meaning |\n| --- | --- | --- | --- |\n";
        for (const Field &field : object.fields)
            text += rowOf(object, field);
        return text;
    }

private:
    static std::string versionsOf(const Field &field)
    {
        if (!field.from.empty())
            return "of " + field.from;
        if (field.since.empty())
            return field.until.empty() ? "" : "until " + field.until;
        return field.until.empty() ? "since " + field.since : field.since + " to " + field.until;
    }

    std::string rowOf(const Object &object, const Field &field) const
    {
        Parts schemas;
        bool isRequired = false;
        for (const ObjectPlaces *places : {&m_newest, &m_lastOfLine2}) {
            if (!schemas.empty())
                break;
            schemas = fieldParts(places->of(object), object, field.name);
            isRequired = reference::isRequired(places->of(object), object, field.name);
        }
        std::string meaning = field.text + valuesText(choiceOf(schemas, object, field.name), field);
        if (!field.defaultValue.empty())
            meaning += " Default: " + field.defaultValue + ".";
        std::string type = schemas.empty() ? "" : typeOf(schemas);
        if (isRequired)
            type += ", required";
        return row(field.name, type, versionsOf(field), meaning);
    }

    static std::string valuesText(const Choice &choice, const Field &field)
    {
        std::string text;
        for (std::size_t i = 0; i < std::min(choice.values.size(), mostValues); ++i) {
            const auto meaning = field.values.find(choice.values[i]);
            text += (text.empty() ? "" : ", ") + code(choice.values[i]);
            if (meaning != field.values.end())
                text += " (" + meaning->second.substr(0, meaning->second.rfind('.')) + ")";
        }
        if (text.empty() || (choice.takesOthers && choice.values.size() == 1))
            return {};
        const bool isAll = !choice.takesOthers && choice.values.size() <= mostValues;
        return (isAll ? " One of: " : " Among others: ") + text + ".";
    }

    const ObjectPlaces m_newest{conformance::AsyncApiSchema::of("3.1.0")->document()};
    const ObjectPlaces m_lastOfLine2{conformance::AsyncApiSchema::of("2.6.0")->document()};
};

std::string topicSettings()
{
    std::string text = "\n## Kafka topic settings\n\nUnder `topicConfiguration` (or SpecMesh's "
                       "`configs`). What a document does not set is the broker's default, which "
                       "may differ from Kafka's own.\n\n"
                       "| setting | takes | default | meaning |\n| --- | --- | --- | --- |\n";
    for (const asyncapi::KafkaSetting &setting : asyncapi::kafkaSettings()) {
        const Documentation found = *kafkaSettingDocumentation(setting.name);
        std::string meaning = found.text;
        std::string values;
        for (const Value &value : found.values)
            values += (values.empty() ? "" : ", ") + code(value.name);
        if (!values.empty() && setting.type != asyncapi::KafkaSetting::Type::Boolean)
            meaning += " One of: " + values + ".";
        if (!found.until.empty())
            meaning += " Until " + found.until + ".";
        text += row(found.field, found.type,
                    found.defaultValue.empty() ? "" : code(found.defaultValue), meaning);
    }
    return text;
}

} // namespace

std::string markdown()
{
    std::string text =
        "# Reference of the fields\n\n"
        "Every object of an AsyncAPI document (2.0 to 2.6, 3.0, 3.1), the Kafka bindings and "
        "Kafka's topic settings. The\n"
        "editor shows the same at a key under the mouse. `mw reference` writes this page; change "
        "`resources/reference` and\nthe table of settings instead of it.\n\n"
        "*Versions* are those of AsyncAPI, for the Kafka bindings those of the binding; empty "
        "means all. A field *of SpecMesh*\nis read here and by SpecMesh, but is not in the "
        "standard.\n";
    const ObjectTables tables;
    for (const Object &object : objects())
        text += tables.of(object);
    return text + topicSettings();
}

} // namespace meshwright::reference
