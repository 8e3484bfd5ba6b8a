// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/schemaregistry.h"
#include "sandbox/sandboxstore.h"
#include "sandbox/subjectstore.h"

#include <filesystem>
#include <functional>
#include <optional>

namespace meshwright::sandbox {

/// The schema registry of a sandbox cluster, in the same file. It judges compatibility by
/// Meshwright's own rules, and starts with the level BACKWARD, as Confluent's does.
class SandboxRegistry : public SchemaRegistry
{
public:
    explicit SandboxRegistry(std::filesystem::path file)
        : m_file(std::move(file))
    {}

    Result<std::string> readLevel(std::stop_token stop) override;
    Result<std::vector<ActualSubject>> readSubjects(std::stop_token stop) override;
    SubjectReadings describeSubjects(const std::vector<std::string> &names,
                                     std::stop_token stop) override;
    SchemaVerdicts checkCompatibility(const std::vector<NewSchema> &schemas,
                                      std::stop_token stop) override;
    Outcomes registerSchemas(const std::vector<NewSchema> &schemas, std::stop_token stop) override;
    Outcomes setLevels(const std::vector<NewLevel> &levels, std::stop_token stop) override;
    Outcomes deleteSubjects(const std::vector<std::string> &names, std::stop_token stop) override;

private:
    using Write = std::function<Result<void>(SubjectStore &, std::size_t)>;

    Result<Store *> store(const std::stop_token &stop);
    Outcomes writeAll(std::size_t count, const std::stop_token &stop, const Write &write);

    std::filesystem::path m_file;
    std::optional<Store> m_store;
};

} // namespace meshwright::sandbox
