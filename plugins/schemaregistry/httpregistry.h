// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/schemaregistry.h"
#include "schemaregistry/httpclient.h"

namespace meshwright::schemaregistry {

/// Confluent's REST API, as Confluent documents it and others offer it.
class HttpRegistry : public SchemaRegistry
{
public:
    explicit HttpRegistry(Connection connection, int parallel = 16);

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
    Outcomes write(const std::vector<HttpRequest> &requests, const std::stop_token &stop);

    HttpClient m_client;
};

} // namespace meshwright::schemaregistry
