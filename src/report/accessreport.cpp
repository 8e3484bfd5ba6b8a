// SPDX-License-Identifier: Apache-2.0
#include "meshwright/report/accessreport.h"

#include "csv.h"
#include "flowtext.h"
#include "json.h"

#include <array>

namespace meshwright::report {

namespace {

std::string text(std::string_view view)
{
    return std::string(view);
}

/// file:line, or that no spec asks.
std::string placeOf(const RequestedAcl *asked, const Workspace &workspace)
{
    if (!asked)
        return "no spec";
    const auto line = positionOf(workspace, asked->reason.file, asked->reason.range.begin).line;
    return asked->reason.file + ":" + std::to_string(line);
}

Json reasonJson(const RequestedAcl *asked, const Workspace &workspace)
{
    return asked ? placeJson(workspace, asked->reason) : Json(nullptr);
}

Json headJson(const AccessQuestion &question)
{
    Json json = versioned();
    json["source"] = nameOf(question.review.source());
    json["environment"] = question.environment.empty() ? Json(nullptr) : Json(question.environment);
    return json;
}

std::string markup(const std::string &value)
{
    return escaped(value, [](char c) -> std::string {
        switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        default:
            return {};
        }
    });
}

std::string html(const AccessQuestion &question, const std::string &title, const Row &head,
                 const std::vector<Row> &rows)
{
    std::string page =
        R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>)" +
        markup(title) + R"(</title>
<style>
  body { margin: 32px; color: #1e2330; background: #fff;
    font: 14px/1.5 Inter, "Segoe UI", system-ui, "DejaVu Sans", sans-serif }
  h1 { font-size: 20px } p { color: #5c6675 }
  table { border-collapse: collapse } th, td { text-align: left; padding: 6px 12px; border-bottom: 1px solid #e0e4ea; vertical-align: top }
  th { color: #5c6675; font-weight: 600; position: sticky; top: 0; background: #fff }
  td { font: 12px/1.6 "JetBrains Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere }
</style>
</head>
<body>
<h1>)" + markup(title) +
        "</h1>\n<p>By " +
        (question.review.source() == AccessSource::Specs ? std::string("the specs")
         : question.review.source() == AccessSource::Cluster
             ? std::string("the cluster")
             : std::string("the specs and the cluster")) +
        (question.environment.empty() ? std::string()
                                      : ", environment " + markup(question.environment)) +
        ". " + std::to_string(rows.size()) + " rows.</p>\n<table>\n<thead><tr>";
    for (const std::string &name : head)
        page += "<th>" + markup(name) + "</th>";
    page += "</tr></thead>\n<tbody>\n";
    for (const Row &row : rows) {
        page += "<tr>";
        for (const std::string &value : row)
            page += "<td>" + markup(value) + "</td>";
        page += "</tr>\n";
    }
    return page + "</tbody>\n</table>\n</body>\n</html>\n";
}

const Row answerHead{"principal", "context", "topic", "operation", "verdict", "acl", "asked by"};

std::vector<Row> rowsOf(const AccessQuestion &question, const std::vector<AccessAnswer> &answers)
{
    std::vector<Row> rows;
    rows.reserve(answers.size());
    for (const AccessAnswer &answer : answers) {
        const Context *context = question.review.contextOf(answer.principal);
        rows.push_back(
            {answer.principal, context ? context->id.value : std::string(), answer.topic,
             text(nameOf(answer.operation)), text(nameOf(answer.decision.ground)),
             answer.decision.acl ? describe(*answer.decision.acl) : std::string(),
             answer.decision.acl ? placeOf(answer.asked, question.workspace) : std::string()});
    }
    return rows;
}

const Row reviewHead{"state", "acl", "asked by", "allowed by", "reaches"};

std::string joined(const std::vector<TopicName> &topics)
{
    std::string result;
    for (const TopicName &topic : topics)
        result += (result.empty() ? "" : " ") + topic.value;
    return result;
}

std::vector<Row> rowsOf(const AccessQuestion &question, const std::vector<AclReview> &reviews)
{
    std::vector<Row> rows;
    rows.reserve(reviews.size());
    for (const AclReview &review : reviews)
        rows.push_back({text(nameOf(review.state)), describe(review.acl),
                        placeOf(review.asked, question.workspace),
                        review.by ? describe(*review.by) : std::string(), joined(review.reached)});
    return rows;
}

std::string titleOf(const AccessQuestion &question)
{
    return question.subject.empty() ? "Access rules under review"
                                    : "Who can do what: " + question.subject;
}

} // namespace

std::string accessJson(const AccessQuestion &question, const std::vector<AccessAnswer> &answers)
{
    Json json = headJson(question);
    json["subject"] = question.subject;
    json["answers"] = Json::array();
    for (const AccessAnswer &answer : answers) {
        const Context *context = question.review.contextOf(answer.principal);
        json["answers"].push_back(
            {{"principal", answer.principal},
             {"context", context ? Json(context->id.value) : Json(nullptr)},
             {"topic", answer.topic},
             {"operation", nameOf(answer.operation)},
             {"host", answer.host.empty() ? "*" : answer.host},
             {"allowed", answer.decision.isAllowed},
             {"ground", nameOf(answer.decision.ground)},
             {"acl", answer.decision.acl ? aclJson(*answer.decision.acl) : Json(nullptr)},
             {"reason", reasonJson(answer.asked, question.workspace)}});
    }
    return printed(json);
}

std::string accessCsv(const AccessQuestion &question, const std::vector<AccessAnswer> &answers)
{
    return csv(answerHead, rowsOf(question, answers));
}

std::string accessHtml(const AccessQuestion &question, const std::vector<AccessAnswer> &answers)
{
    return html(question, titleOf(question), answerHead, rowsOf(question, answers));
}

std::string aclReviewJson(const AccessQuestion &question, const std::vector<AclReview> &reviews)
{
    Json json = headJson(question);
    json["acls"] = Json::array();
    for (const AclReview &review : reviews) {
        Json acl = aclJson(review.acl);
        acl["state"] = nameOf(review.state);
        acl["reason"] = reasonJson(review.asked, question.workspace);
        acl["by"] = review.by ? aclJson(*review.by) : Json(nullptr);
        acl["reached"] = Json::array();
        for (const TopicName &topic : review.reached)
            acl["reached"].push_back(topic.value);
        json["acls"].push_back(std::move(acl));
    }
    return printed(json);
}

std::string aclReviewCsv(const AccessQuestion &question, const std::vector<AclReview> &reviews)
{
    return csv(reviewHead, rowsOf(question, reviews));
}

std::string aclReviewHtml(const AccessQuestion &question, const std::vector<AclReview> &reviews)
{
    return html(question, titleOf(question), reviewHead, rowsOf(question, reviews));
}

std::string sentenceOf(const AccessAnswer &answer, const Workspace &workspace)
{
    const std::string who = answer.principal == "User:*" ? "everybody" : answer.principal;
    const std::string what = text(nameOf(answer.operation)) + " " + answer.topic +
                             (answer.host.empty() ? "" : " from " + answer.host);
    switch (answer.decision.ground) {
    case AccessGround::SuperUser:
        return who + " may " + what + ": a super user asks no ACL";
    case AccessGround::NoAcls:
        return who + (answer.decision.isAllowed
                          ? " may " + what + ": no ACL is about it, and the broker lets everybody"
                          : " may not " + what + ": no ACL is about it");
    case AccessGround::NoneFits:
        return who + " may not " + what + ": no ACL allows it";
    case AccessGround::Denied:
        return who + " may not " + what + ": " + describe(*answer.decision.acl) + " (" +
               placeOf(answer.asked, workspace) + ")";
    case AccessGround::Allowed:
        break;
    }
    return who + " may " + what + ": " + describe(*answer.decision.acl) + " (" +
           placeOf(answer.asked, workspace) + ")";
}

std::string sentenceOf(const AclReview &review, const Workspace &workspace)
{
    const std::string acl = describe(review.acl);
    const std::string place = placeOf(review.asked, workspace);
    switch (review.state) {
    case AclState::Missing:
        return "missing: " + acl + " (asked by " + place + ", not on the cluster)";
    case AclState::Excess:
        return "excess: " + acl + " (on the cluster, and no spec asks for it)" +
               (review.reached.empty() ? std::string() : "; reaches " + joined(review.reached));
    case AclState::Shadowed:
        return "shadowed: " + acl + " (" + place + ") adds nothing to " + describe(*review.by);
    case AclState::Reaching:
        return "reaching: " + acl + " (" + place +
               ") reaches topics of other contexts: " + joined(review.reached);
    case AclState::Dormant:
        return "dormant: " + acl + " (" + place +
               "), and no consumer group of its context reads it";
    case AclState::InStep:
        break;
    }
    return "in step: " + acl + " (" + place + ")";
}

} // namespace meshwright::report
