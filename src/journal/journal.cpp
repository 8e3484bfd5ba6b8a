// SPDX-License-Identifier: Apache-2.0
#include "meshwright/journal/journal.h"

#include "journal/heldfile.h"
#include "journal/lines.h"
#include "meshwright/report/report.h"

#include <algorithm>
#include <cerrno>
#include <random>

#include <fcntl.h>

namespace meshwright::journal {

namespace {

namespace fs = std::filesystem;
using report::Json;

std::string randomPart()
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::random_device device;
    std::string text;
    for (int i = 0; i < 8; ++i)
        text += digits[device() & 15U];
    return text;
}

std::string fileNameOf(const Head &head)
{
    std::string time = head.started;
    std::erase_if(time, [](char c) { return c == '-' || c == ':'; });
    return fileNamePart(head.plan.environment) + '-' + time + '-' + randomPart() + ".jsonl";
}

Json headJson(const Head &head)
{
    return {{"meshwrightJournal", 1},
            {"started", head.started},
            {"environment", head.plan.environment},
            {"clusterId", head.plan.clusterId},
            {"user", head.by.user},
            {"host", head.by.host},
            {"pid", head.by.pid},
            {"tool", head.by.tool},
            {"workspace", head.workspace},
            {"resumes", head.resumes},
            {"planChecksum", head.planChecksum},
            {"plan", Json::parse(report::planJson(head.plan))}};
}

/// The next line of a journal, or of an audit trail, has to begin a line.
bool cutTornLine(int file, const fs::path &path)
{
    const auto text = readAll(path);
    if (!text || text->empty() || text->back() == '\n')
        return text.has_value();
    const auto whole = text->rfind('\n');
    return ::ftruncate(file, static_cast<off_t>(whole == std::string::npos ? 0 : whole + 1)) == 0;
}

} // namespace

struct Journal::File
{
    File(int descriptor, FileCalls &theCalls)
        : file(descriptor)
        , calls(theCalls)
    {}

    FileDescriptor file;
    FileCalls &calls;
};

Result<Journal> Journal::create(const fs::path &folder, const Head &head, FileCalls &calls)
{
    if (const auto made = makeFolder(folder); !made)
        return tl::unexpected(made.error());
    const auto path = folder / fileNameOf(head);
    const int file = calls.open(
        path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0)
        return tl::unexpected(fileError("write", path, errno));
    Journal journal(path, std::make_shared<File>(file, calls));
    if (!hold(file))
        return tl::unexpected(fileError("lock", path, errno));
    journal.write(lineOf(headJson(head)));
    if (const auto synced = journal.sync(); !synced) {
        std::error_code ignored;
        fs::remove(path, ignored); // it says nothing
        return tl::unexpected(synced.error());
    }
    syncFolder(folder, calls);
    return journal;
}

Result<Journal> Journal::reopen(const fs::path &path, FileCalls &calls)
{
    const int file =
        calls.open(path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);
    if (file < 0)
        return tl::unexpected(fileError("write", path, errno));
    Journal journal(path, std::make_shared<File>(file, calls));
    if (!hold(file))
        return tl::unexpected(Error{Error::Code::Conflict,
                                    "The run of this journal still goes on: wait for its end.",
                                    path.string()});
    if (!cutTornLine(file, path))
        return tl::unexpected(fileError("write", path, errno));
    return journal;
}

void Journal::write(const std::string &line)
{
    if (m_fault)
        return;
    const auto written = writeWhole(m_file->calls, m_file->file.get(), line, m_path);
    if (!written)
        m_fault = written.error();
}

Result<void> Journal::sync()
{
    if (!m_fault && m_file->calls.sync(m_file->file.get()) != 0)
        m_fault = fileError("write", m_path, errno);
    if (m_fault)
        return tl::unexpected(*m_fault);
    return {};
}

Result<void> Journal::sending(const std::vector<const PlanItem *> &items)
{
    Json ids = Json::array();
    for (const auto *item : items)
        ids.push_back(item->id);
    write(lineOf({{"sending", ids}, {"at", utcNow()}}));
    return sync();
}

void Journal::noteResult(const ItemResult &result)
{
    Json line = {
        {"result", result.id}, {"state", nameOf(result.state)}, {"message", result.message}};
    if (!result.topicId.empty())
        line["topicId"] = result.topicId;
    write(lineOf(line));
}

void Journal::noteEarlier(const std::string &id, const Noted &noted)
{
    Json line = {{"result", id},
                 {"state", nameOf(noted.state)},
                 {"message", noted.message},
                 {"sentBefore", noted.wasSent}};
    if (!noted.topicId.empty())
        line["topicId"] = noted.topicId;
    write(lineOf(line));
}

Result<void> Journal::end(Ending ending, const std::string &message)
{
    write(lineOf({{"end", nameOf(ending)}, {"message", message}, {"at", utcNow()}}));
    return sync();
}

} // namespace meshwright::journal
