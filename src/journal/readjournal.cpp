// SPDX-License-Identifier: Apache-2.0
#include "meshwright/journal/journal.h"

#include "journal/heldfile.h"
#include "journal/lines.h"
#include "meshwright/report/report.h"

#include <algorithm>
#include <array>
#include <set>

namespace meshwright::journal {

namespace {

namespace fs = std::filesystem;
using report::Json;

constexpr std::array endings = {Ending::Complete, Ending::Incomplete, Ending::Cancelled,
                                Ending::Refused,  Ending::Halted,     Ending::Resumed,
                                Ending::Discarded};
constexpr std::array states = {ItemState::Done, ItemState::Failed, ItemState::Stale,
                               ItemState::Skipped, ItemState::Unknown};

template <typename Enum, std::size_t N>
Enum enumFrom(const Json &json, const std::array<Enum, N> &values)
{
    const auto text = json.get<std::string>();
    const auto found = std::find_if(values.begin(), values.end(),
                                    [&](auto value) { return nameOf(value) == text; });
    if (found == values.end())
        throw Json::other_error::create(501, "unknown word '" + text + "'", &json);
    return *found;
}

Head headFrom(const Json &json)
{
    if (json.value("meshwrightJournal", 0) != 1)
        throw Json::other_error::create(501, "it is no journal of this version", &json);
    auto plan = report::planFromJson(json.at("plan").dump());
    if (!plan)
        throw Json::other_error::create(501, plan.error().message, &json);
    const auto text = [&](const char *key) { return json.at(key).get<std::string>(); };
    return {.plan = std::move(*plan),
            .planChecksum = text("planChecksum"),
            .by = {text("user"), text("host"), json.at("pid").get<long>(), text("tool")},
            .workspace = text("workspace"),
            .started = text("started"),
            .resumes = text("resumes")};
}

void take(Record &record, const Json &json)
{
    if (json.contains("sending")) {
        for (const Json &id : json.at("sending"))
            record.inFlight.insert(id.get<std::string>());
    } else if (json.contains("result")) {
        const auto id = json.at("result").get<std::string>();
        const bool wasSent = record.inFlight.erase(id) > 0 || json.value("sentBefore", false);
        record.results[id] = {enumFrom(json.at("state"), states),
                              json.at("message").get<std::string>(), wasSent,
                              json.value("topicId", std::string())};
    } else {
        record.ending = enumFrom(json.at("end"), endings);
    }
}

/// Why the line says nothing, or nothing.
std::optional<std::string> takeLine(Record &record, std::string_view line, bool isFirst)
{
    try {
        const Json json = report::parsed(line);
        if (isFirst)
            record.head = headFrom(json);
        else
            take(record, json);
        return std::nullopt;
    } catch (const Json::exception &fault) {
        const std::string why = fault.what();
        return why.substr(why.find("] ") + 2);
    }
}

} // namespace

std::string_view nameOf(Ending ending)
{
    switch (ending) {
    case Ending::Complete:
        return "complete";
    case Ending::Incomplete:
        return "incomplete";
    case Ending::Cancelled:
        return "cancelled";
    case Ending::Refused:
        return "refused";
    case Ending::Halted:
        return "halted";
    case Ending::Resumed:
        return "resumed";
    case Ending::Discarded:
        break;
    }
    return "discarded";
}

Result<Record> readJournal(const fs::path &path)
{
    const auto text = readAll(path);
    if (!text)
        return tl::unexpected(text.error());
    Record record;
    record.path = path;
    const auto lines = linesOf(*text);
    record.isTorn = !lines.rest.empty();
    for (std::size_t i = 0; i < lines.whole.size(); ++i) {
        const auto fault = takeLine(record, lines.whole[i], i == 0);
        if (!fault)
            continue;
        const auto at = path.string() + ':' + std::to_string(i + 1);
        return tl::unexpected(Error{
            Error::Code::Invalid,
            "This journal can't be read: " + *fault + ". Plan again to see what stands.", at});
    }
    if (lines.whole.empty())
        return tl::unexpected(
            Error{Error::Code::Invalid,
                  "This journal has no head, so its run sent nothing: discard it.", path.string()});
    record.isRunning = isHeld(path);
    return record;
}

bool hasNoHead(const fs::path &path)
{
    const auto text = readAll(path);
    return text && linesOf(*text).whole.empty() && !isHeld(path);
}

namespace {

/// Who was killed right after a run had begun to go on with another left both without an ending.
void settleResumed(std::vector<Record> &records)
{
    std::set<std::string> resumed;
    for (const auto &record : records)
        resumed.insert(record.head.resumes);
    for (auto &record : records)
        if (!record.ending && resumed.contains(record.path.string()))
            record.ending = Ending::Resumed;
}

} // namespace

Journals readJournals(const fs::path &stateFolder)
{
    Journals journals;
    std::error_code error;
    for (const auto &entry : fs::directory_iterator(stateFolder / "journals", error)) {
        if (entry.path().extension() != ".jsonl")
            continue;
        auto record = readJournal(entry.path());
        if (record)
            journals.records.push_back(std::move(*record));
        else
            journals.faults.push_back(std::move(record.error()));
    }
    if (error && error != std::errc::no_such_file_or_directory)
        journals.faults.push_back(
            fileError("read", stateFolder / "journals", error.value())); // no run is known
    settleResumed(journals.records);
    std::sort(journals.records.begin(), journals.records.end(), [](const auto &a, const auto &b) {
        return std::pair(b.head.started, b.path) < std::pair(a.head.started, a.path);
    });
    std::sort(journals.faults.begin(), journals.faults.end(),
              [](const auto &a, const auto &b) { return a.where < b.where; });
    return journals;
}

std::size_t doneCount(const Record &record)
{
    return static_cast<std::size_t>(
        std::count_if(record.results.begin(), record.results.end(),
                      [](const auto &result) { return result.second.state == ItemState::Done; }));
}

std::string noticeOf(const Record &record)
{
    return "what " + record.head.by.user + " began to apply to '" + record.head.plan.environment +
           "' at " + record.head.started + " did not end: " + std::to_string(doneCount(record)) +
           " of " + std::to_string(record.head.plan.items.size()) + " items are done, " +
           std::to_string(record.inFlight.size()) + " may be. Go on with 'mw apply --resume " +
           record.path.string() + "', or close it with 'mw journals --discard " +
           record.path.string() + "'";
}

} // namespace meshwright::journal
