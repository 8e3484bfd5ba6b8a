// SPDX-License-Identifier: Apache-2.0
#include "meshwright/report/importreport.h"

#include "json.h"

namespace meshwright::report {

std::string importJson(const importing::Imported &imported)
{
    Json json = versioned();
    json["files"] = Json::array();
    for (const auto &[path, text] : imported.files)
        json["files"].push_back(path);
    json["notes"] = Json::array();
    for (const importing::Note &note : imported.notes) {
        Json each;
        each["kind"] = importing::nameOf(note.kind);
        each["file"] = note.file.empty() ? Json(nullptr) : Json(note.file);
        each["line"] = note.line == 0 ? Json(nullptr) : Json(note.line);
        each["message"] = note.message;
        json["notes"].push_back(std::move(each));
    }
    return printed(json);
}

std::string headingOf(importing::NoteKind kind)
{
    switch (kind) {
    case importing::NoteKind::Review:
        return "To be looked at";
    case importing::NoteKind::LeftOut:
        return "Left out, for no spec can say it";
    case importing::NoteKind::PlanAdds:
        return "What the first plan would add";
    case importing::NoteKind::NotAsked:
        return "On the cluster, and asked for by no spec";
    }
    return {};
}

std::string sentenceOf(const importing::Note &note)
{
    if (note.file.empty())
        return note.message;
    return note.file + ":" + std::to_string(note.line) + ": " + note.message;
}

} // namespace meshwright::report
