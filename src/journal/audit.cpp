// SPDX-License-Identifier: Apache-2.0
#include "meshwright/journal/audit.h"

#include "journal/heldfile.h"
#include "journal/lines.h"
#include "meshwright/text/textfile.h"
#include "plan/specshash.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>

namespace meshwright::journal {

namespace {

namespace fs = std::filesystem;
using report::Json;

/// How the trail ends, as it was noted beside it.
struct End
{
    std::size_t lines = 0;
    std::string last; ///< the last line's hash; empty before the first
    std::string next; ///< the hash of the line that is about to be added; empty where none is
};

fs::path headFile(fs::path file)
{
    return file += ".head";
}

/// Nothing where there is none.
Result<std::optional<End>> readEnd(const fs::path &file)
{
    const auto path = headFile(file);
    std::error_code error;
    if (!fs::exists(path, error))
        return std::nullopt;
    const auto text = readAll(path);
    if (!text)
        return tl::unexpected(text.error());
    try {
        const Json json = report::parsed(*text);
        return End{json.at("lines").get<std::size_t>(), json.at("last").get<std::string>(),
                   json.value("next", std::string())};
    } catch (const Json::exception &) {
        return End{0, "unreadable", {}}; // never equal to a hash: it says "changed" of any trail
    }
}

Result<void> noteEnd(const fs::path &file, const End &end, FileCalls &calls)
{
    Json json = {{"lines", end.lines}, {"last", end.last}};
    if (!end.next.empty())
        json["next"] = end.next;
    const auto path = headFile(file);
    auto noted = writeFileAtomically(path, lineOf(json), calls);
    std::error_code error; // what is replaced keeps its rights; the first has those of any file
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write, error);
    return noted;
}

End endOf(const Lines &lines)
{
    return {lines.whole.size(), lines.whole.empty() ? "" : plan::sha256(lines.whole.back()), {}};
}

/// Whether the trail ends as it was noted. The program may have ended before or after it added the
/// line that it had noted as the next.
bool endsAsNoted(const End &noted, const End &found)
{
    return (noted.lines == found.lines && noted.last == found.last) ||
           (noted.lines + 1 == found.lines && noted.next == found.last && !noted.next.empty());
}

Json entryJson(const AuditEntry &entry)
{
    Json items = Json::array();
    for (const auto &item : entry.items)
        items.push_back({{"id", item.id},
                         {"action", item.action},
                         {"kind", item.kind},
                         {"resource", item.resource},
                         {"before", item.before},
                         {"after", item.after},
                         {"state", item.state},
                         {"message", item.message}});
    return {{"started", entry.started},
            {"ended", entry.ended},
            {"user", entry.by.user},
            {"host", entry.by.host},
            {"pid", entry.by.pid},
            {"tool", entry.by.tool},
            {"environment", entry.environment},
            {"connector", entry.connector},
            {"clusterId", entry.clusterId},
            {"planChecksum", entry.planChecksum},
            {"journal", entry.journal},
            {"resumes", entry.resumes},
            {"outcome", entry.outcome},
            {"message", entry.message},
            {"items", items}};
}

AuditEntry entryFrom(const Json &json)
{
    const auto text = [](const Json &of, const char *key) { return of.at(key).get<std::string>(); };
    AuditEntry entry;
    entry.by = {text(json, "user"), text(json, "host"), json.at("pid").get<long>(),
                text(json, "tool")};
    entry.started = text(json, "started");
    entry.ended = text(json, "ended");
    entry.environment = text(json, "environment");
    entry.connector = text(json, "connector");
    entry.clusterId = text(json, "clusterId");
    entry.planChecksum = text(json, "planChecksum");
    entry.journal = text(json, "journal");
    entry.resumes = text(json, "resumes");
    entry.outcome = text(json, "outcome");
    entry.message = text(json, "message");
    for (const Json &item : json.at("items"))
        entry.items.push_back({text(item, "id"), text(item, "action"), text(item, "kind"),
                               text(item, "resource"), text(item, "before"), text(item, "after"),
                               text(item, "state"), text(item, "message")});
    return entry;
}

void readEntries(AuditTrail &trail, const Lines &lines)
{
    std::string expected;
    for (std::size_t i = 0; i < lines.whole.size(); ++i) {
        try {
            const Json json = report::parsed(lines.whole[i]);
            if (json.at("previous").get<std::string>() != expected) {
                trail.faults.push_back(
                    {i + 1, i == 0 ? "lines that stood before it are gone"
                                   : "it was not written after the line that stands before it: "
                                     "that one was edited, or lines were removed, added or moved"});
            }
            trail.entries.push_back(entryFrom(json));
            trail.entries.back().line = i + 1;
        } catch (const Json::exception &) {
            trail.faults.push_back({i + 1, "it is no entry: it was edited"});
        }
        expected = plan::sha256(lines.whole[i]);
    }
}

void compareWithHead(AuditTrail &trail, const std::optional<End> &noted, const Lines &lines)
{
    const End known = noted.value_or(End{});
    if (endsAsNoted(known, endOf(lines)))
        return;
    if (!noted)
        trail.faults.push_back({lines.whole.size(), "the file that notes how the trail ends "
                                                    "(.head) is gone"});
    else if (known.lines > lines.whole.size())
        trail.faults.push_back({lines.whole.size(), "the trail ended at line " +
                                                        std::to_string(known.lines) +
                                                        ": what stood behind this line is gone"});
    else
        trail.faults.push_back(
            {lines.whole.size(), "the last line is not as it was written, or was added"});
}

} // namespace

fs::path auditFile(const fs::path &stateFolder)
{
    return stateFolder / "audit.jsonl";
}

Result<void> appendAudit(const fs::path &file, const AuditEntry &entry, FileCalls &calls)
{
    if (const auto made = makeFolder(file.parent_path()); !made)
        return made;
    const FileDescriptor held(
        calls.open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!held.isOpen() || ::flock(held.get(), LOCK_EX) != 0)
        return tl::unexpected(fileError("write", file, errno));
    const auto text = readAll(file);
    const auto noted = readEnd(file);
    if (!text || !noted)
        return tl::unexpected(text ? noted.error() : text.error());
    const auto lines = linesOf(*text);
    const End known = noted->value_or(End{});
    const bool isWhole = endsAsNoted(known, endOf(lines));
    // An entry that was not written to its end is none. But where the trail was tampered with, all
    // of it stays, and the new entry does not fit.
    if (!lines.rest.empty() && isWhole &&
        ::ftruncate(held.get(), static_cast<off_t>(text->size() - lines.rest.size())) != 0)
        return tl::unexpected(fileError("write", file, errno));
    Json json = {{"version", 1}, {"previous", isWhole ? endOf(lines).last : known.last}};
    json.update(entryJson(entry));
    const auto line = lineOf(json);
    const bool isCut = !lines.rest.empty() && !isWhole;
    const auto hash = plan::sha256(std::string_view(line).substr(0, line.size() - 1));
    const End before = isWhole ? endOf(lines) : known;
    if (const auto announced = noteEnd(file, {before.lines, before.last, hash}, calls); !announced)
        return announced;
    if (const auto written = writeWhole(calls, held.get(), (isCut ? "\n" : "") + line, file);
        !written)
        return written;
    if (calls.sync(held.get()) != 0)
        return tl::unexpected(fileError("write", file, errno));
    return noteEnd(file, {lines.whole.size() + (isCut ? 2 : 1), hash, {}}, calls);
}

Result<AuditTrail> readAudit(const fs::path &file)
{
    AuditTrail trail;
    std::error_code error;
    const auto status = fs::status(file, error);
    if (!fs::status_known(status))
        return tl::unexpected(fileError("read", file, error.value()));
    const auto text = fs::exists(status) ? readAll(file) : Result<std::string>(std::string());
    if (!text)
        return tl::unexpected(text.error());
    const auto noted = readEnd(file);
    if (!noted)
        return tl::unexpected(noted.error());
    const auto lines = linesOf(*text);
    trail.lines = lines.whole.size();
    readEntries(trail, lines);
    compareWithHead(trail, *noted, lines);
    return trail;
}

std::string auditJson(const AuditTrail &trail)
{
    Json runs = Json::array();
    for (const auto &entry : trail.entries) {
        Json run = entryJson(entry);
        run["line"] = entry.line;
        runs.push_back(run);
    }
    Json faults = Json::array();
    for (const auto &fault : trail.faults)
        faults.push_back({{"line", fault.line}, {"message", fault.message}});
    Json json = report::versioned();
    json["runs"] = runs;
    json["verified"] = {
        {"intact", trail.faults.empty()}, {"lines", trail.lines}, {"faults", faults}};
    return report::printed(json);
}

} // namespace meshwright::journal
