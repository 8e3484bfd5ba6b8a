// SPDX-License-Identifier: Apache-2.0
#include "support/fakeregistry.h"

namespace meshwright::test {

Result<void> FakeRegistry::write(const std::string &subject) const
{
    const auto fault = faults.find(subject);
    if (fault != faults.end())
        return tl::unexpected(fault->second);
    return {};
}

Result<std::string> FakeRegistry::readLevel(std::stop_token)
{
    if (readFault)
        return tl::unexpected(*readFault);
    return level;
}

Result<std::vector<ActualSubject>> FakeRegistry::readSubjects(std::stop_token)
{
    if (readFault)
        return tl::unexpected(*readFault);
    std::vector<ActualSubject> all;
    for (const auto &[name, subject] : subjects)
        all.push_back(subject);
    return all;
}

SubjectReadings FakeRegistry::describeSubjects(const std::vector<std::string> &names,
                                               std::stop_token)
{
    SubjectReadings readings;
    for (const auto &name : names) {
        const auto found = subjects.find(name);
        if (readFault)
            readings.push_back(tl::unexpected(*readFault));
        else if (found == subjects.end())
            readings.push_back(tl::unexpected(Error{Error::Code::NotFound, "none", {}}));
        else
            readings.push_back(found->second);
    }
    return readings;
}

SchemaVerdicts FakeRegistry::checkCompatibility(const std::vector<NewSchema> &schemas,
                                                std::stop_token)
{
    SchemaVerdicts all;
    for (const auto &schema : schemas) {
        const auto found = verdicts.find(schema.subject);
        all.push_back(found == verdicts.end() ? Result<SchemaVerdict>() : found->second);
    }
    return all;
}

Outcomes FakeRegistry::registerSchemas(const std::vector<NewSchema> &schemas, std::stop_token)
{
    Outcomes outcomes;
    calls.emplace_back("register");
    for (const auto &schema : schemas) {
        calls.back() += ' ' + schema.subject;
        outcomes.push_back(write(schema.subject));
        if (!outcomes.back())
            continue;
        auto &subject = subjects[schema.subject];
        if (subject.version == 0)
            subject.compatibility = firstLevel;
        subject.name = schema.subject;
        ++subject.version;
        subject.id = m_nextId++;
        subject.schema = schema.schema;
    }
    return outcomes;
}

Outcomes FakeRegistry::setLevels(const std::vector<NewLevel> &levels, std::stop_token)
{
    Outcomes outcomes;
    for (const auto &wanted : levels) {
        calls.push_back("level " + wanted.subject);
        outcomes.push_back(write(wanted.subject));
        if (outcomes.back())
            subjects[wanted.subject].compatibility = wanted.level;
    }
    return outcomes;
}

Outcomes FakeRegistry::deleteSubjects(const std::vector<std::string> &names, std::stop_token)
{
    Outcomes outcomes;
    for (const auto &name : names) {
        calls.push_back("delete " + name);
        outcomes.push_back(write(name));
        if (outcomes.back())
            subjects.erase(name);
    }
    return outcomes;
}

} // namespace meshwright::test
