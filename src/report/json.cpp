// SPDX-License-Identifier: Apache-2.0
#include "report/json.h"

namespace meshwright::report {

Json parsed(std::string_view text)
{
    constexpr int deepest = 100;
    return Json::parse(text, [](int depth, Json::parse_event_t, Json &) {
        if (depth > deepest)
            throw Json::other_error::create(501, "it is nested too deep", nullptr);
        return true;
    });
}

std::string printed(const Json &json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Position positionOf(const Workspace &workspace, const std::string &file, std::size_t offset)
{
    const WorkspaceFile *found = workspace.file(file);
    return found && found->text ? found->text->position(offset) : Position{};
}

Json placeJson(const Workspace &workspace, const asyncapi::Place &place)
{
    return {{"file", place.file},
            {"line", positionOf(workspace, place.file, place.range.begin).line}};
}

Json aclJson(const Acl &acl)
{
    return {{"resourceType", nameOf(acl.resourceType)},
            {"patternType", nameOf(acl.patternType)},
            {"name", acl.name},
            {"principal", acl.principal},
            {"host", acl.host},
            {"operation", nameOf(acl.operation)},
            {"permission", nameOf(acl.permission)}};
}

Json versioned()
{
    return {{"version", 1}};
}

} // namespace meshwright::report
