// SPDX-License-Identifier: Apache-2.0
#include "meshwright/journal/lease.h"

#include "journal/heldfile.h"
#include "report/json.h"

#include <cerrno>

#include <fcntl.h>

namespace meshwright::journal {

namespace {

using report::Json;

std::string holderText(const std::filesystem::path &path)
{
    const auto text = readAll(path);
    try {
        const Json json = report::parsed(text ? *text : std::string());
        return json.value("user", "somebody") + " on " + json.value("host", "some host") +
               " (process " + std::to_string(json.value("pid", 0L)) + ", since " +
               json.value("since", "?") + ")";
    } catch (const Json::exception &) {
        return "another run";
    }
}

} // namespace

Result<Lease> Lease::take(const std::filesystem::path &stateFolder, const std::string &clusterId,
                          const Runner &by)
{
    const auto folder = stateFolder / "locks";
    if (const auto made = makeFolder(folder); !made)
        return tl::unexpected(made.error());
    const auto path = folder / (fileNamePart(clusterId) + ".lock");
    auto file = std::make_shared<FileDescriptor>(
        ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file->isOpen())
        return tl::unexpected(fileError("lock", path, errno));
    if (!hold(file->get()))
        return tl::unexpected(Error{Error::Code::Conflict,
                                    "Something is being applied to cluster " + clusterId +
                                        " already, by " + holderText(path) +
                                        ". Wait for it to end, then plan again.",
                                    {}});
    // What it says is for people: the lock itself is what counts, so a full disk is no reason.
    const std::string text = Json({{"user", by.user},
                                   {"host", by.host},
                                   {"pid", by.pid},
                                   {"since", utcNow()},
                                   {"tool", by.tool}})
                                 .dump(-1, ' ', false, Json::error_handler_t::replace) +
                             "\n";
    [[maybe_unused]] const bool isNoted =
        ::ftruncate(file->get(), 0) == 0 && ::pwrite(file->get(), text.data(), text.size(), 0) >= 0;
    return Lease(std::move(file));
}

} // namespace meshwright::journal
