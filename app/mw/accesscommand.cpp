// SPDX-License-Identifier: Apache-2.0
// mw access: who can do what, and why; without a question, what is to be said of each ACL.
#include "commands.h"
#include "loading.h"
#include "planning.h"
#include "terminal.h"

#include "meshwright/plan/clusteraccess.h"
#include "meshwright/report/accessreport.h"

#include <algorithm>

namespace meshwright::mw {

namespace {

AccessSource sourceOf(const Options &options)
{
    if (options.source == "cluster")
        return AccessSource::Cluster;
    return options.source == "both" ? AccessSource::Both : AccessSource::Specs;
}

Result<ClusterAccess> readAccess(const Environment &environment, const std::stop_token &stop)
{
    const auto cluster = connect(environment);
    if (!cluster)
        return tl::unexpected(cluster.error());
    return readClusterAccess(**cluster, environment, stop);
}

std::string principalFor(const std::string &asked, const AccessReview &review,
                         const Environment *environment)
{
    const std::string ofContext = principalOf({asked}, environment);
    return review.contextOf(ofContext) ? ofContext : asked;
}

std::string asText(const report::AccessQuestion &question, const std::vector<AccessAnswer> &answers)
{
    std::string out;
    for (const AccessAnswer &answer : answers)
        out += coloured(answer.decision.isAllowed ? "+ " : "- ",
                        answer.decision.isAllowed ? Colour::Green : Colour::Red) +
               inert(report::sentenceOf(answer, question.workspace)) + "\n";
    return out.empty() ? "nobody: no ACL is about " + inert(question.subject) + "\n" : out;
}

std::string asText(const report::AccessQuestion &question, const std::vector<AclReview> &reviews)
{
    std::string out;
    std::size_t quiet = 0;
    for (const AclReview &review : reviews) {
        if (review.state == AclState::InStep)
            ++quiet;
        else
            out += inert(report::sentenceOf(review, question.workspace)) + "\n";
    }
    return out + std::to_string(quiet) + " of " + std::to_string(reviews.size()) +
           " access rules need no remark\n";
}

std::string answerTo(const Options &options, const report::AccessQuestion &question,
                     const std::vector<AccessAnswer> &answers)
{
    if (options.format == "json")
        return report::accessJson(question, answers);
    if (options.format == "csv")
        return report::accessCsv(question, answers);
    if (options.format == "html")
        return report::accessHtml(question, answers);
    return asText(question, answers);
}

std::string reviewBy(const Options &options, const report::AccessQuestion &question,
                     const std::vector<AclReview> &reviews)
{
    if (options.format == "json")
        return report::aclReviewJson(question, reviews);
    if (options.format == "csv")
        return report::aclReviewCsv(question, reviews);
    if (options.format == "html")
        return report::aclReviewHtml(question, reviews);
    return asText(question, reviews);
}

} // namespace

int runAccess(const Options &options)
{
    const Interruption interruption;
    const auto topology = load(options.target);
    if (!topology) {
        sayError(topology.error());
        return exitCodeFor(topology.error());
    }
    const Workspace &workspace = *(*topology)->workspace;
    const auto environment = askedEnvironment(workspace.settings(), options);
    if (!environment) {
        sayError(environment.error());
        return Usage;
    }
    std::optional<ClusterAccess> cluster;
    if (options.source != "specs") {
        if (!*environment) {
            say("--source " + options.source + " needs --env: which cluster is meant?");
            return Usage;
        }
        auto read = readAccess(**environment, interruption.token());
        if (!read) {
            sayError(read.error());
            return Unavailable;
        }
        cluster = std::move(*read);
    }
    const Environment *asked = *environment ? &**environment : nullptr;
    const AccessReview review(*topology, asked, std::move(cluster), sourceOf(options));
    const std::string principal =
        options.principal.empty() ? std::string() : principalFor(options.principal, review, asked);
    const auto isKnown = [](const std::vector<std::string> &names, const std::string &name) {
        return std::binary_search(names.begin(), names.end(), name);
    };
    if (!options.topic.empty() && !isKnown(review.topics(), options.topic)) {
        say("no spec" + std::string(options.source == "specs" ? "" : " and no cluster") +
            " has a topic '" + options.topic + "'.");
        return Usage;
    }
    if (!principal.empty() && !principal.starts_with("User:") &&
        !isKnown(review.principals(), principal)) {
        say("there is no principal or bounded context '" + options.principal + "' here.");
        return Usage;
    }
    const report::AccessQuestion question{review, workspace,
                                          options.topic.empty() ? principal : options.topic,
                                          asked ? asked->name : std::string()};
    std::string answer;
    if (!options.topic.empty())
        answer = answerTo(options, question, review.ofTopic(options.topic));
    else if (!principal.empty())
        answer = answerTo(options, question, review.ofPrincipal(principal));
    else
        answer = reviewBy(options, question, review.acls());
    return deliverAnswer(workspace, answer, options);
}

} // namespace meshwright::mw
