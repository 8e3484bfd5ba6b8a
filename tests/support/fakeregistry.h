// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/schemaregistry.h"

#include <map>
#include <string>
#include <vector>

namespace meshwright::test {

/// A schema registry in memory that says what it is told to.
class FakeRegistry : public SchemaRegistry
{
public:
    Result<std::string> readLevel(std::stop_token stop) override;
    Result<std::vector<ActualSubject>> readSubjects(std::stop_token stop) override;
    SubjectReadings describeSubjects(const std::vector<std::string> &names,
                                     std::stop_token stop) override;
    SchemaVerdicts checkCompatibility(const std::vector<NewSchema> &schemas,
                                      std::stop_token stop) override;
    Outcomes registerSchemas(const std::vector<NewSchema> &schemas, std::stop_token stop) override;
    Outcomes setLevels(const std::vector<NewLevel> &levels, std::stop_token stop) override;
    Outcomes deleteSubjects(const std::vector<std::string> &names, std::stop_token stop) override;

    std::string level = "BACKWARD";
    std::map<std::string, ActualSubject> subjects;
    std::map<std::string, Result<SchemaVerdict>> verdicts; ///< by subject; without one, compatible
    std::map<std::string, Error> faults;                   ///< of a write, by subject
    std::string firstLevel;                                ///< that a new subject gets of its own
    std::optional<Error> readFault;                        ///< of every read
    std::vector<std::string> calls; ///< `register a b`, `level a`, `delete a`

private:
    Result<void> write(const std::string &subject) const;

    int m_nextId = 1;
};

} // namespace meshwright::test
