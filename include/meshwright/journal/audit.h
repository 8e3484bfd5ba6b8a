// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/journal/journal.h"

namespace meshwright::journal {

struct AuditItem
{
    std::string id;
    std::string action;
    std::string kind;
    std::string resource;
    std::string before; ///< as people read it
    std::string after;
    std::string state;
    std::string message;
};

/// One run, refused ones included.
struct AuditEntry
{
    Runner by;
    std::string started;
    std::string ended;
    std::string environment;
    std::string connector;
    std::string clusterId;
    std::string planChecksum;
    std::string journal; ///< its file; may be empty
    std::string resumes; ///< the journal that it goes on with; may be empty
    std::string outcome; ///< complete …
    std::string message; ///< why nothing, or nothing more, was tried
    std::vector<AuditItem> items;
    std::size_t line = 0; ///< where it was read, from 1
};

struct AuditFault
{
    std::size_t line = 0;
    std::string message;
};

struct AuditTrail
{
    std::vector<AuditEntry> entries; ///< oldest first; without those that can't be read
    std::vector<AuditFault> faults;  ///< what shows that it isn't as it was written
    std::size_t lines = 0;
};

/// The trail of this user's runs, and beside it (`.head`) how it ends.
std::filesystem::path auditFile(const std::filesystem::path &stateFolder);

/// Adds an entry, which holds the SHA-256 of the line before it. What was cut off or changed before
/// stays to be seen.
Result<void> appendAudit(const std::filesystem::path &file, const AuditEntry &entry,
                         FileCalls &calls);

/// Reads and verifies. Where there is no file and no head, there is no entry.
Result<AuditTrail> readAudit(const std::filesystem::path &file);

std::string auditJson(const AuditTrail &trail); ///< of docs/formats.md

} // namespace meshwright::journal
