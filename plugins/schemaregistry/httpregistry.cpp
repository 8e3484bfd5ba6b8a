// SPDX-License-Identifier: Apache-2.0
#include "schemaregistry/httpregistry.h"

#include "schemaregistry/registryanswers.h"

#include <utility>

namespace meshwright::schemaregistry {

HttpRegistry::HttpRegistry(Connection connection, int parallel)
    : m_client(std::move(connection), parallel)
{}

Result<std::string> HttpRegistry::readLevel(std::stop_token stop)
{
    return levelFrom(m_client.send({{"GET", "/config"}}, stop).front());
}

Result<std::vector<ActualSubject>> HttpRegistry::readSubjects(std::stop_token stop)
{
    const auto names = subjectsFrom(m_client.send({{"GET", "/subjects"}}, stop).front());
    if (!names)
        return tl::unexpected(names.error());
    std::vector<ActualSubject> subjects;
    for (auto &reading : describeSubjects(*names, stop)) {
        if (reading)
            subjects.push_back(std::move(*reading));
        else if (reading.error().code != Error::Code::NotFound) // deleted in the meantime
            return tl::unexpected(reading.error());
    }
    return subjects;
}

SubjectReadings HttpRegistry::describeSubjects(const std::vector<std::string> &names,
                                               std::stop_token stop)
{
    std::vector<HttpRequest> requests;
    requests.reserve(2 * names.size());
    for (const auto &name : names) {
        requests.push_back({"GET", "/subjects/" + escaped(name) + "/versions/latest"});
        requests.push_back({"GET", "/config/" + escaped(name)});
    }
    const auto answers = m_client.send(requests, stop);
    SubjectReadings readings;
    for (std::size_t i = 0; i < names.size(); ++i) {
        auto subject = subjectFrom(answers[2 * i]);
        const auto level = levelFrom(answers[2 * i + 1]);
        if (subject && level)
            subject->compatibility = *level;
        else if (subject && level.error().code != Error::Code::NotFound)
            subject = tl::unexpected(level.error());
        if (subject)
            subject->name = names[i];
        readings.push_back(std::move(subject));
    }
    return readings;
}

SchemaVerdicts HttpRegistry::checkCompatibility(const std::vector<NewSchema> &schemas,
                                                std::stop_token stop)
{
    std::vector<HttpRequest> requests;
    requests.reserve(2 * schemas.size());
    for (const auto &schema : schemas) {
        const auto subject = "/subjects/" + escaped(schema.subject);
        const auto body = schemaBody(schema.schema);
        requests.push_back({"POST", "/compatibility" + subject + "/versions?verbose=true", body});
        requests.push_back({"POST", subject, body}); // which version it is already
    }
    const auto answers = m_client.send(requests, stop);
    SchemaVerdicts verdicts;
    for (std::size_t i = 0; i < schemas.size(); ++i) {
        auto verdict = verdictFrom(answers[2 * i]);
        if (const auto known = subjectFrom(answers[2 * i + 1]); verdict && known)
            verdict->earlierVersion = known->version;
        verdicts.push_back(std::move(verdict));
    }
    return verdicts;
}

Outcomes HttpRegistry::write(const std::vector<HttpRequest> &requests, const std::stop_token &stop)
{
    Outcomes outcomes;
    for (const auto &answer : m_client.send(requests, stop))
        outcomes.push_back(doneFrom(answer));
    return outcomes;
}

Outcomes HttpRegistry::registerSchemas(const std::vector<NewSchema> &schemas, std::stop_token stop)
{
    std::vector<HttpRequest> requests;
    requests.reserve(schemas.size());
    for (const auto &schema : schemas)
        requests.push_back({"POST", "/subjects/" + escaped(schema.subject) + "/versions",
                            schemaBody(schema.schema), true});
    return write(requests, stop);
}

Outcomes HttpRegistry::setLevels(const std::vector<NewLevel> &levels, std::stop_token stop)
{
    std::vector<HttpRequest> requests;
    requests.reserve(levels.size());
    for (const auto &level : levels)
        requests.push_back(
            {"PUT", "/config/" + escaped(level.subject), levelBody(level.level), true});
    return write(requests, stop);
}

Outcomes HttpRegistry::deleteSubjects(const std::vector<std::string> &names, std::stop_token stop)
{
    std::vector<HttpRequest> requests;
    requests.reserve(names.size());
    for (const auto &name : names)
        requests.push_back({"DELETE", "/subjects/" + escaped(name), {}, true});
    return write(requests, stop);
}

} // namespace meshwright::schemaregistry
