// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/access/accessreview.h"

#include <string>
#include <vector>

namespace meshwright::report {

/// What was asked, for the head of a report.
struct AccessQuestion
{
    const AccessReview &review;
    const Workspace &workspace; ///< has the lines that ask
    std::string subject;        ///< a topic or a principal
    std::string environment;    ///< may be empty
};

/// The documents of docs/formats.md, each ending in a line end.
std::string accessJson(const AccessQuestion &question, const std::vector<AccessAnswer> &answers);
/// By RFC 4180. A cell that a spreadsheet would run as a formula is text there.
std::string accessCsv(const AccessQuestion &question, const std::vector<AccessAnswer> &answers);
/// A page of its own, which asks nobody for anything.
std::string accessHtml(const AccessQuestion &question, const std::vector<AccessAnswer> &answers);

std::string aclReviewJson(const AccessQuestion &question, const std::vector<AclReview> &reviews);
std::string aclReviewCsv(const AccessQuestion &question, const std::vector<AclReview> &reviews);
std::string aclReviewHtml(const AccessQuestion &question, const std::vector<AclReview> &reviews);

/// A sentence for each: who may what, by which ACL, and which line asks for it.
std::string sentenceOf(const AccessAnswer &answer, const Workspace &workspace);
std::string sentenceOf(const AclReview &review, const Workspace &workspace);

} // namespace meshwright::report
