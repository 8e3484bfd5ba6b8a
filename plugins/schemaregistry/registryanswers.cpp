// SPDX-License-Identifier: Apache-2.0
#include "schemaregistry/registryanswers.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>

namespace meshwright::schemaregistry {

namespace {

using Json = nlohmann::json;

tl::unexpected<Error> failure(Error::Code code, std::string message)
{
    return tl::unexpected(Error{code, std::move(message), {}});
}

std::string textAt(const Json &json, const char *key)
{
    const auto it = json.is_object() ? json.find(key) : json.end();
    return it != json.end() && it->is_string() ? it->get<std::string>() : std::string();
}

int numberAt(const Json &json, const char *key)
{
    const auto it = json.is_object() ? json.find(key) : json.end();
    return it != json.end() && it->is_number_integer() ? it->get<int>() : 0;
}

/// What went wrong by the status and the registry's own number for it.
Error errorOf(const HttpAnswer &answer, bool isWrite)
{
    const auto json = Json::parse(answer.body, nullptr, false);
    const auto code = numberAt(json, "error_code");
    auto words = textAt(json, "message");
    if (words.empty())
        words = textAt(json, "title");
    const auto said = words.empty() ? std::string("no reason given") : words;
    const auto status = std::to_string(answer.status);
    switch (answer.status) {
    case 401:
        return {Error::Code::Denied,
                "The schema registry does not accept who asks (401): look at registry.username and "
                "registry.password, or registry.token.",
                "registry.url"}; // who asks was refused, not what was asked for
    case 403:
        return {
            Error::Code::Denied, "The schema registry does not allow it (403): " + said + '.', {}};
    case 404:
        if (code != 0)
            return {Error::Code::NotFound, "The schema registry has no such thing: " + said, {}};
        return {Error::Code::Invalid,
                "No schema registry answers there (404): look at the path in registry.url.",
                {}};
    case 409:
        return {Error::Code::Conflict, "The schema registry does not take it: " + said, {}};
    case 429:
        return {Error::Code::Network,
                "The schema registry asks for fewer requests (429): try again later.",
                {}};
    default:
        break;
    }
    if (answer.status >= 500)
        return {isWrite ? Error::Code::Timeout : Error::Code::Network,
                "The schema registry failed (" + status + "): " + said,
                {}};
    return {Error::Code::Invalid, "The schema registry refuses it (" + status + "): " + said, {}};
}

Result<Json> jsonFrom(const Result<HttpAnswer> &answer, bool isWrite = false)
{
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->status < 200 || answer->status > 299)
        return tl::unexpected(errorOf(*answer, isWrite));
    auto json = Json::parse(answer->body, nullptr, false);
    if (json.is_discarded())
        return failure(isWrite ? Error::Code::Timeout : Error::Code::Invalid,
                       "What answers at registry.url is no schema registry: its answer is no "
                       "JSON.");
    return json;
}

} // namespace

std::string escaped(const std::string &subject)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (const char c : subject) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || c == '-' || c == '_' || c == '.' || c == '~')
            text += c;
        else
            text += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
    return text;
}

std::string schemaBody(const SchemaText &schema)
{
    Json json = {{"schema", schema.text}};
    if (schema.type != "AVRO") // what is left out, as all servers know
        json["schemaType"] = schema.type;
    if (!schema.references.empty())
        json["references"] = Json::array();
    for (const auto &reference : schema.references)
        json["references"].push_back({{"name", reference.name},
                                      {"subject", reference.subject},
                                      {"version", reference.version}});
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string levelBody(const std::string &level)
{
    return Json({{"compatibility", level}}).dump();
}

Result<std::vector<std::string>> subjectsFrom(const Result<HttpAnswer> &answer)
{
    const auto json = jsonFrom(answer);
    if (!json)
        return tl::unexpected(json.error());
    if (!json->is_array())
        return failure(Error::Code::Invalid,
                       "What answers at registry.url is no schema registry: it has no list of "
                       "subjects.");
    std::vector<std::string> names;
    for (const auto &name : *json)
        if (name.is_string())
            names.push_back(name.get<std::string>());
    return names;
}

Result<ActualSubject> subjectFrom(const Result<HttpAnswer> &answer)
{
    const auto json = jsonFrom(answer);
    if (!json)
        return tl::unexpected(json.error());
    ActualSubject subject;
    subject.name = textAt(*json, "subject");
    subject.version = numberAt(*json, "version");
    subject.id = numberAt(*json, "id");
    if (const auto type = textAt(*json, "schemaType"); !type.empty())
        subject.schema.type = type;
    subject.schema.text = textAt(*json, "schema");
    if (subject.version == 0 || subject.schema.text.empty())
        return failure(Error::Code::Invalid,
                       "The schema registry gives a version without a number or a schema.");
    const auto references = json->find("references");
    if (references != json->end() && references->is_array())
        for (const auto &reference : *references)
            subject.schema.references.push_back({textAt(reference, "name"),
                                                 textAt(reference, "subject"),
                                                 numberAt(reference, "version")});
    std::sort(subject.schema.references.begin(), subject.schema.references.end());
    return subject;
}

Result<std::string> levelFrom(const Result<HttpAnswer> &answer)
{
    const auto json = jsonFrom(answer);
    if (!json)
        return tl::unexpected(json.error());
    for (const char *key : {"compatibilityLevel", "compatibility"})
        if (auto level = textAt(*json, key); !level.empty())
            return level;
    return failure(Error::Code::Invalid, "The schema registry does not tell the level.");
}

Result<SchemaVerdict> verdictFrom(const Result<HttpAnswer> &answer)
{
    const auto json = jsonFrom(answer);
    if (!json)
        return tl::unexpected(json.error());
    const auto verdict = json->is_object() ? json->find("is_compatible") : json->end();
    if (verdict == json->end() || !verdict->is_boolean())
        return failure(Error::Code::Invalid, "The schema registry gives no verdict.");
    SchemaVerdict result{verdict->get<bool>(), {}};
    const auto messages = json->find("messages");
    if (messages != json->end() && messages->is_array())
        for (const auto &message : *messages)
            if (message.is_string())
                result.messages.push_back(message.get<std::string>());
    return result;
}

Result<void> doneFrom(const Result<HttpAnswer> &answer)
{
    const auto json = jsonFrom(answer, true);
    if (!json)
        return tl::unexpected(json.error());
    return {};
}

} // namespace meshwright::schemaregistry
