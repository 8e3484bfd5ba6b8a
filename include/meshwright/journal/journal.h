// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/journal/statefolder.h"
#include "meshwright/plan/apply.h"
#include "meshwright/text/filecalls.h"

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace meshwright::journal {

/// What a run set out to do.
struct Head
{
    Plan plan;
    std::string planChecksum;
    Runner by;
    std::string workspace; ///< its folder, where its environment is described
    std::string started;
    std::string resumes; ///< the journal of the run that it goes on with; may be empty
};

enum class Ending { Complete, Incomplete, Cancelled, Refused, Halted, Resumed, Discarded };

std::string_view nameOf(Ending ending); ///< complete …

/// What one run says of an item.
struct Noted
{
    ItemState state = ItemState::Skipped;
    std::string message;
    bool wasSent = false;     ///< else it was so already
    std::string topicId = {}; ///< of a topic that was made
};

/// A journal as it was read. See docs/formats.md.
struct Record
{
    std::filesystem::path path;
    Head head;
    std::map<std::string, Noted> results; ///< by the item's id
    std::set<std::string> inFlight;       ///< sent, and no result
    std::optional<Ending> ending;
    bool isRunning = false; ///< its process lives
    bool isTorn = false;    ///< its last line was not written to its end

    bool isUnfinished() const { return !ending && !isRunning; }
};

/// The file that a run writes as it goes. Every line is handed to the system at once; what is about
/// to be sent is on the disk before it is.
class Journal
{
public:
    /// A new file of this user's in the folder. The checksum, the start and the runner are noted as
    /// they are given.
    static Result<Journal> create(const std::filesystem::path &folder, const Head &head,
                                  FileCalls &calls);
    /// To close it: Conflict while its run goes on. A torn last line is cut off.
    static Result<Journal> reopen(const std::filesystem::path &path, FileCalls &calls);

    const std::filesystem::path &path() const { return m_path; }

    Result<void> sending(const std::vector<const PlanItem *> &items);
    /// Where it fails, the next `sending` does.
    void noteResult(const ItemResult &result);
    /// Of an earlier run.
    void noteEarlier(const std::string &id, const Noted &noted);
    Result<void> end(Ending ending, const std::string &message);

private:
    struct File;

    Journal(std::filesystem::path path, std::shared_ptr<File> file)
        : m_path(std::move(path))
        , m_file(std::move(file))
    {}

    void write(const std::string &line);
    Result<void> sync();

    std::filesystem::path m_path;
    std::shared_ptr<File> m_file; ///< locked while this lives
    std::optional<Error> m_fault;
};

/// Invalid, with the line, where it is none or was changed; a torn last line is left out.
Result<Record> readJournal(const std::filesystem::path &path);

/// Whether its run was ended before it noted, and so sent, anything, and nobody writes to it now.
bool hasNoHead(const std::filesystem::path &path);

struct Journals
{
    std::vector<Record> records; ///< newest first
    std::vector<Error> faults;   ///< of those that can't be read
};

/// A run that another one goes on with counts as resumed from that one's first line on.
Journals readJournals(const std::filesystem::path &stateFolder);

std::size_t doneCount(const Record &record);

/// One sentence about a run that did not end, and what to do.
std::string noticeOf(const Record &record);

} // namespace meshwright::journal
