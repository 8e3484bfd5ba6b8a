// SPDX-License-Identifier: Apache-2.0
#include "meshwright/report/adoptionreport.h"

#include "report/json.h"

namespace meshwright::report {

std::string adoptionJson(const adoption::Adoption &adoption)
{
    Json specs = Json::array();
    for (const auto &spec : adoption.specs)
        specs.push_back({{"context", spec.context.value},
                         {"file", spec.file},
                         {"topics", spec.topics},
                         {"text", spec.text}});
    Json schemas = Json::array();
    for (const auto &schema : adoption.schemas)
        schemas.push_back(
            {{"file", schema.file}, {"subject", schema.subject}, {"text", schema.text}});
    Json notes = Json::array();
    for (const auto &note : adoption.notes)
        notes.push_back({{"resource", note.resource}, {"message", note.message}});
    Json json = versioned();
    json["specs"] = std::move(specs);
    json["schemas"] = std::move(schemas);
    json["notes"] = std::move(notes);
    return printed(json);
}

} // namespace meshwright::report
