// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/schemaregistry.h"
#include "schemaregistry/httpclient.h"

#include <string>
#include <vector>

namespace meshwright::schemaregistry {

/// The texts of Confluent's REST API, in its own shape and in those of servers that take after it
/// (Apicurio's ccompat). A failed answer of a write is Timeout where its effect is in doubt.

std::string escaped(const std::string &subject); ///< for a path
std::string schemaBody(const SchemaText &schema);
std::string levelBody(const std::string &level);

Result<std::vector<std::string>> subjectsFrom(const Result<HttpAnswer> &answer);
/// Without its own level.
Result<ActualSubject> subjectFrom(const Result<HttpAnswer> &answer);
/// NotFound: it has none of its own.
Result<std::string> levelFrom(const Result<HttpAnswer> &answer);
Result<SchemaVerdict> verdictFrom(const Result<HttpAnswer> &answer);
Result<void> doneFrom(const Result<HttpAnswer> &answer);

} // namespace meshwright::schemaregistry
