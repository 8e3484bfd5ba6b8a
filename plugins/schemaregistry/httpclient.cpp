// SPDX-License-Identifier: Apache-2.0
#include "schemaregistry/httpclient.h"

#include <curl/curl.h>

#include <array>
#include <chrono>
#include <optional>
#include <utility>

namespace meshwright::schemaregistry {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t largestAnswer = 32U << 20U;
constexpr std::chrono::milliseconds longestConnect{5000};
constexpr std::chrono::seconds lastWait{1}; // for writes that are on their way

struct EasyCleanup
{
    void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
};

struct ListCleanup
{
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};

using Easy = std::unique_ptr<CURL, EasyCleanup>;
using Headers = std::unique_ptr<curl_slist, ListCleanup>;

std::size_t takeBody(const char *bytes, std::size_t size, std::size_t count, void *to)
{
    auto &body = *static_cast<std::string *>(to);
    if (body.size() + size * count > largestAnswer)
        return 0;
    body.append(bytes, size * count);
    return size * count;
}

/// `https://host:8081`: what a message may show.
std::string serverOf(const std::string &url)
{
    const auto begin = url.find("://");
    return begin == std::string::npos ? url : url.substr(0, url.find('/', begin + 3));
}

} // namespace

struct HttpClient::Handles
{
    Handles()
    {
        static const bool isReady = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
        multi = isReady ? curl_multi_init() : nullptr;
    }

    Handles(const Handles &) = delete;
    Handles &operator=(const Handles &) = delete;

    ~Handles() { curl_multi_cleanup(multi); }

    CURLM *multi = nullptr;
};

/// One send().
class HttpClient::Run
{
public:
    Run(HttpClient &client, const std::vector<HttpRequest> &requests)
        : m_connection(client.m_connection)
        , m_multi(client.m_handles->multi)
        , m_parallel(static_cast<std::size_t>(client.m_parallel))
        , m_requests(requests)
        , m_calls(requests.size())
    {
        const std::array headers{"Accept: application/vnd.schemaregistry.v1+json, application/json",
                                 "Content-Type: application/vnd.schemaregistry.v1+json", "Expect:"};
        for (const char *header : headers)
            m_headers.reset(curl_slist_append(m_headers.release(), header));
        if (!m_connection.token.empty())
            m_headers.reset(curl_slist_append(
                m_headers.release(), ("Authorization: Bearer " + m_connection.token).c_str()));
    }

    ~Run()
    {
        for (auto &call : m_calls)
            if (call.handle)
                curl_multi_remove_handle(m_multi, call.handle.get());
    }

    Run(const Run &) = delete;
    Run &operator=(const Run &) = delete;

    HttpAnswers run(const std::stop_token &stop)
    {
        std::optional<Clock::time_point> stoppedAt;
        while (m_next < m_requests.size() || m_open > 0) {
            if (stop.stop_requested() && !stoppedAt) {
                stoppedAt = Clock::now();
                cancel(false);
            }
            if (stoppedAt && Clock::now() - *stoppedAt > lastWait)
                cancel(true);
            while (m_open < m_parallel && m_next < m_requests.size())
                start(m_next++);
            int running = 0;
            curl_multi_perform(m_multi, &running);
            takeFinished();
            if (m_open > 0)
                curl_multi_poll(m_multi, nullptr, 0, 50, nullptr);
        }
        HttpAnswers answers;
        for (auto &call : m_calls)
            answers.push_back(std::move(call.answer));
        return answers;
    }

private:
    struct Call
    {
        Easy handle;
        std::string body;
        std::array<char, CURL_ERROR_SIZE> why{};
        Result<HttpAnswer> answer =
            tl::unexpected(Error{Error::Code::Cancelled, "Cancelled before it was asked.", {}});
    };

    void start(std::size_t index)
    {
        auto &call = m_calls[index];
        const auto &request = m_requests[index];
        call.handle.reset(curl_easy_init());
        CURL *handle = call.handle.get();
        const std::string url = m_connection.url + request.path;
        curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
        curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
        curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
        curl_easy_setopt(handle, CURLOPT_PROXY, "");
        curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(handle, CURLOPT_HTTPHEADER, m_headers.get());
        curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, request.method.c_str());
        if (!request.body.empty()) {
            curl_easy_setopt(handle, CURLOPT_POSTFIELDS, request.body.c_str());
            curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE,
                             static_cast<curl_off_t>(request.body.size()));
        }
        curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS,
                         static_cast<long>(std::min(longestConnect, m_connection.timeout).count()));
        curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS,
                         static_cast<long>(m_connection.timeout.count()));
        curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, takeBody);
        curl_easy_setopt(handle, CURLOPT_WRITEDATA, &call.body);
        curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, call.why.data());
        curl_easy_setopt(handle, CURLOPT_PRIVATE, &call);
        secure(handle);
        if (curl_multi_add_handle(m_multi, handle) == CURLM_OK) {
            ++m_open;
            return;
        }
        call.handle.reset();
        call.answer = tl::unexpected(Error{Error::Code::Io, "No connection could be made.", {}});
    }

    void secure(CURL *handle) const
    {
        curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
        curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
        curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        const auto set = [handle](CURLoption option, const std::string &value) {
            if (!value.empty())
                curl_easy_setopt(handle, option, value.c_str());
        };
        set(CURLOPT_CAINFO, m_connection.caFile);
        set(CURLOPT_CRLFILE, m_connection.crlFile);
        set(CURLOPT_SSLCERT, m_connection.certificateFile);
        set(CURLOPT_SSLKEY, m_connection.keyFile);
        set(CURLOPT_KEYPASSWD, m_connection.keyPassword);
        if (m_connection.username.empty())
            return;
        curl_easy_setopt(handle, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
        set(CURLOPT_USERNAME, m_connection.username);
        set(CURLOPT_PASSWORD, m_connection.password);
    }

    void takeFinished()
    {
        int left = 0;
        while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
            if (message->msg != CURLMSG_DONE)
                continue;
            const CURLcode code = message->data.result;
            char *tag = nullptr;
            curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &tag);
            const auto *call = reinterpret_cast<const Call *>(tag);
            finish(static_cast<std::size_t>(call - m_calls.data()), code);
        }
    }

    void finish(std::size_t index, CURLcode code)
    {
        auto &call = m_calls[index];
        long status = 0;
        long connects = 0;
        curl_off_t sent = 0;
        curl_easy_getinfo(call.handle.get(), CURLINFO_RESPONSE_CODE, &status);
        curl_easy_getinfo(call.handle.get(), CURLINFO_NUM_CONNECTS, &connects);
        curl_easy_getinfo(call.handle.get(), CURLINFO_PRETRANSFER_TIME_T, &sent);
        curl_multi_remove_handle(m_multi, call.handle.get());
        call.handle.reset();
        --m_open;
        if (code == CURLE_OK)
            call.answer = HttpAnswer{status, std::move(call.body)};
        else
            call.answer =
                tl::unexpected(errorOf(code, call.why.data(), sent > 0, m_requests[index].isWrite));
    }

    /// `isSent`: the server may have seen the request.
    Error errorOf(CURLcode code, const std::string &why, bool isSent, bool isWrite) const
    {
        const auto server = "The schema registry at " + serverOf(m_connection.url);
        const auto details = why.empty() ? std::string() : " (" + why + ")";
        // With TLS 1.3 a server says so once the handshake is over.
        if (why.find("certificate required") != std::string::npos ||
            why.find("alert handshake failure") != std::string::npos)
            return {Error::Code::Denied,
                    server + " asks for a client's certificate: name it by registry.certificate "
                             "and registry.key.",
                    {}};
        if (why.find("certificate revoked") != std::string::npos)
            return {Error::Code::Denied,
                    server + " shows a certificate that was revoked: it has to be renewed there.",
                    {}};
        if (code == CURLE_SSL_CRL_BADFILE)
            return {Error::Code::Invalid,
                    "registry.crl: " + m_connection.crlFile +
                        " is no list of revoked certificates in PEM.",
                    {}};
        if (why.find("CRL") != std::string::npos)
            return {Error::Code::Denied,
                    "registry.crl does not say whether the certificate of " +
                        serverOf(m_connection.url) + " was revoked" + details +
                        ": it takes the present list of the CA that signed it.",
                    {}};
        switch (code) {
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CACERT_BADFILE:
            return {Error::Code::Denied,
                    server + " shows a certificate that is not trusted" + details +
                        ": look at registry.ca and at the host's name.",
                    {}};
        case CURLE_SSL_CERTPROBLEM:
            return {Error::Code::Invalid,
                    "registry.certificate, registry.key and registry.keyPassword don't work "
                    "together" +
                        details + '.',
                    {}};
        case CURLE_SSL_CONNECT_ERROR:
            return {Error::Code::Denied,
                    server + " takes no TLS connection" + details +
                        ": look whether it wants a client's certificate, and at registry.url.",
                    {}};
        case CURLE_WRITE_ERROR:
            return {Error::Code::Invalid, server + " gives an answer of more than 32 MiB.", {}};
        default:
            break;
        }
        if (isSent && isWrite)
            return {Error::Code::Timeout, server + " gave no answer" + details, {}};
        if (code == CURLE_OPERATION_TIMEDOUT && isSent)
            return {Error::Code::Timeout, server + " gave no answer in time" + details + '.', {}};
        const bool mayWantCertificate =
            m_connection.url.starts_with("https") && m_connection.certificateFile.empty() &&
            (code == CURLE_RECV_ERROR || code == CURLE_SEND_ERROR || code == CURLE_GOT_NOTHING);
        return {Error::Code::Network,
                server + " can't be reached" + details +
                    (mayWantCertificate ? ". It may ask for a client's certificate: name it by "
                                          "registry.certificate and registry.key."
                                        : "."),
                {}};
    }

    /// What is not sent yet; and then what is no write, or everything.
    void cancel(bool all)
    {
        m_next = m_requests.size();
        for (std::size_t i = 0; i < m_calls.size(); ++i) {
            auto &call = m_calls[i];
            if (!call.handle || (m_requests[i].isWrite && !all))
                continue;
            curl_multi_remove_handle(m_multi, call.handle.get());
            call.handle.reset();
            --m_open;
            if (m_requests[i].isWrite)
                call.answer = tl::unexpected(
                    Error{Error::Code::Timeout, "Cancelled before the registry answered", {}});
        }
    }

    const Connection &m_connection;
    CURLM *m_multi;
    std::size_t m_parallel;
    const std::vector<HttpRequest> &m_requests;
    Headers m_headers;
    std::vector<Call> m_calls;
    std::size_t m_next = 0;
    std::size_t m_open = 0;
};

HttpClient::HttpClient(Connection connection, int parallel)
    : m_connection(std::move(connection))
    , m_parallel(parallel)
    , m_handles(std::make_unique<Handles>())
{}

HttpClient::~HttpClient() = default;

HttpAnswers HttpClient::send(const std::vector<HttpRequest> &requests, const std::stop_token &stop)
{
    return Run(*this, requests).run(stop);
}

} // namespace meshwright::schemaregistry
