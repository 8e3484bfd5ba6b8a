// SPDX-License-Identifier: Apache-2.0
#include "kafka/errors.h"

namespace meshwright::kafka {

namespace {

// Of OpenSSL's <openssl/x509_vfy.h>.
enum CertificateFault {
    NotYetValid = 9,
    Expired = 10,
    SelfSigned = 18,
    SelfSignedInChain = 19,
    IssuerUnknown = 20,
    LeafUnverified = 21,
    Revoked = 23,
    HostMismatch = 62,
    AddressMismatch = 64
};

std::string broker(const char *text, rd_kafka_resp_err_t code)
{
    const std::string said = text != nullptr && *text != '\0' ? text : rd_kafka_err2str(code);
    return said.ends_with('.') ? said : said + '.';
}

Error denied(const Subject &subject)
{
    return {Error::Code::Denied,
            subject.resource + ": not allowed: " + subject.principal + " needs " + subject.right +
                ". Ask an administrator of the cluster for that ACL.",
            {}};
}

std::string certificateText(int fault, const std::string &caFile)
{
    switch (fault) {
    case NotYetValid:
        return "its certificate is not valid yet: check the clocks.";
    case Expired:
        return "its certificate has expired: it has to be renewed on the broker.";
    case SelfSigned:
        return "its certificate is signed by itself and by no CA: let the broker have one that is, "
               "or name this certificate as security.ca if you know it.";
    case SelfSignedInChain:
    case IssuerUnknown:
    case LeafUnverified:
        return "its certificate is not signed by the CA in " +
               (caFile.empty() ? std::string("the system's store") : caFile) +
               ": set security.ca to the CA that signs this cluster's certificates.";
    case Revoked:
        return "its certificate was revoked.";
    case HostMismatch:
    case AddressMismatch:
        return "its certificate is for another host name: use the name in the certificate in "
               "bootstrap.";
    default:
        return "its certificate can't be verified.";
    }
}

} // namespace

Error itemError(rd_kafka_resp_err_t code, const char *text, const Subject &subject)
{
    const auto as = [&](Error::Code ours, const std::string &words) {
        return Error{ours, subject.resource + ": " + words, {}};
    };
    const std::string said = broker(text, code);
    switch (static_cast<int>(code)) { // the list of librdkafka's codes is open
    case RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED:
    case RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED:
    case RD_KAFKA_RESP_ERR_CLUSTER_AUTHORIZATION_FAILED:
    case RD_KAFKA_RESP_ERR_TRANSACTIONAL_ID_AUTHORIZATION_FAILED:
        return denied(subject);
    case RD_KAFKA_RESP_ERR_SECURITY_DISABLED:
        return as(Error::Code::NotFound, "this cluster has no authorizer, so it keeps no ACLs: set "
                                         "authorizer.class.name on its brokers.");
    case RD_KAFKA_RESP_ERR_TOPIC_ALREADY_EXISTS:
        return as(Error::Code::Conflict, "it exists already.");
    case RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART:
    case RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_ID:
        return as(Error::Code::NotFound, "it does not exist in this cluster, or " +
                                             subject.principal + " may not see it.");
    case RD_KAFKA_RESP_ERR_POLICY_VIOLATION:
        return as(Error::Code::Invalid, "a policy of the cluster refuses it: " + said);
    case RD_KAFKA_RESP_ERR_INVALID_REQUEST:
        if (!subject.right.starts_with("DELETE on TOPIC"))
            return as(Error::Code::Invalid, "the cluster refused it: " + said);
        [[fallthrough]]; // so brokers say the next to librdkafka, which asks as before Kafka 2.1
    case RD_KAFKA_RESP_ERR_TOPIC_DELETION_DISABLED:
        return as(Error::Code::Denied,
                  "this cluster deletes no topics (delete.topic.enable is false).");
    case RD_KAFKA_RESP_ERR_THROTTLING_QUOTA_EXCEEDED:
        return as(Error::Code::Network,
                  "the cluster takes no more changes for now (a quota): try again later.");
    case RD_KAFKA_RESP_ERR_NOT_CONTROLLER:
    case RD_KAFKA_RESP_ERR_BROKER_NOT_AVAILABLE:
    case RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE:
        return as(Error::Code::Network,
                  "the cluster is changing its controller, nothing was changed: try again.");
    case RD_KAFKA_RESP_ERR_REQUEST_TIMED_OUT:
    case RD_KAFKA_RESP_ERR__TIMED_OUT:
    case RD_KAFKA_RESP_ERR__TIMED_OUT_QUEUE:
    case RD_KAFKA_RESP_ERR__TRANSPORT:
        return as(Error::Code::Timeout,
                  "no answer came in time, so it is unknown whether this took effect: read the "
                  "cluster again.");
    case RD_KAFKA_RESP_ERR_UNSUPPORTED_VERSION:
    case RD_KAFKA_RESP_ERR__UNSUPPORTED_FEATURE:
        return as(Error::Code::Invalid, "this cluster is too old for it: " + said);
    default:
        return as(Error::Code::Invalid, "the cluster refused it: " + said);
    }
}

namespace {

/// What the client said, without its bookkeeping: "(after 0ms in state CONNECT, …)".
std::string plain(const std::string &text)
{
    return text.substr(0, text.find(" (after "));
}

} // namespace

Error connectionError(rd_kafka_resp_err_t code, const std::string &text, int certificateFault,
                      const std::string &bootstrap, const std::string &principal,
                      const std::string &caFile)
{
    if (text.find("OAUTHBEARER token") != std::string::npos) {
        return {Error::Code::Denied,
                "No token could be got to log in: check security.tokenEndpoint, clientId and "
                "clientSecret. " +
                    plain(text),
                bootstrap};
    }
    switch (static_cast<int>(code)) {
    case RD_KAFKA_RESP_ERR__AUTHENTICATION:
    case RD_KAFKA_RESP_ERR_SASL_AUTHENTICATION_FAILED:
    case RD_KAFKA_RESP_ERR_UNSUPPORTED_SASL_MECHANISM:
    case RD_KAFKA_RESP_ERR_ILLEGAL_SASL_STATE:
        if (text.find("nsupported") != std::string::npos) {
            return {Error::Code::Denied,
                    "The broker at " + bootstrap +
                        " does not offer this way to log in: change security.mechanism. It said: " +
                        plain(text),
                    bootstrap};
        }
        return {Error::Code::Denied,
                "The broker at " + bootstrap + " refused to log " + principal + " in: check " +
                    (principal.starts_with("User:")
                         ? "security.username, security.password and security.mechanism."
                         : "what security.tokenEndpoint gives tokens for, and how long they last."),
                bootstrap};
    case RD_KAFKA_RESP_ERR__SSL:
        if (certificateFault != 0) {
            return {Error::Code::Denied,
                    "The broker at " + bootstrap +
                        " can't be trusted: " + certificateText(certificateFault, caFile),
                    bootstrap};
        }
        return {Error::Code::Network,
                "No TLS connection to " + bootstrap +
                    " was possible: check that security.protocol fits this port. " + plain(text),
                bootstrap};
    case RD_KAFKA_RESP_ERR__RESOLVE:
        return {Error::Code::Network,
                "The name of the broker in " + bootstrap + " is unknown: check bootstrap.",
                bootstrap};
    default:
        return {Error::Code::Network,
                "The cluster at " + bootstrap +
                    " can't be reached: check that it runs, bootstrap, and security.protocol. " +
                    plain(text),
                bootstrap};
    }
}

} // namespace meshwright::kafka
