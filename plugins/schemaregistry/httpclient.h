// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"
#include "schemaregistry/registryconnection.h"

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace meshwright::schemaregistry {

struct HttpRequest
{
    std::string method = "GET";
    std::string path; ///< from the registry's URL on
    std::string body = {};

    bool isWrite = false; ///< whether an answer that got lost leaves something in doubt
};

struct HttpAnswer
{
    long status = 0;
    std::string body;
};

using HttpAnswers = std::vector<Result<HttpAnswer>>;

/// Sends requests to one server, a bounded number at a time, over connections that are kept. Each
/// has a deadline. Certificates and host names are always verified; no redirect is followed, so
/// that nothing else is shown the credentials. Used by one thread at a time.
class HttpClient
{
public:
    explicit HttpClient(Connection connection, int parallel = 16);
    ~HttpClient();
    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;

    /// One answer a request, in their order. Timeout: a write may have taken effect.
    HttpAnswers send(const std::vector<HttpRequest> &requests, const std::stop_token &stop);

private:
    struct Handles;
    class Run;

    Connection m_connection;
    int m_parallel;
    std::unique_ptr<Handles> m_handles;
};

} // namespace meshwright::schemaregistry
