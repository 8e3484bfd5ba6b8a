// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

/// One document, and what one rule finds in it: a line a finding, `severity reference path 'text
/// under it'`, a dash where the reference does not have the finding.
struct MeaningRow
{
    const char *name;
    const char *rule; ///< without asyncapi/
    std::string text;
    std::string expected;
};

std::string version2(const std::string &body);
std::string version3(const std::string &body);
std::vector<MeaningRow> meaningRowsOfVersion2();
std::vector<MeaningRow> meaningRowsOfVersion3();
