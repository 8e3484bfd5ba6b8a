// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright::importing {

/// What JulieOps reads, by path (with /): descriptors, plans and schemas.
struct JulieSource
{
    std::map<std::string, std::string> texts;
    std::map<std::string, std::string> properties; ///< its own settings; may be empty
};

enum class NoteKind {
    Review,   ///< taken over, by a choice that somebody should look at
    LeftOut,  ///< no spec can say it
    PlanAdds, ///< what the first plan would add to a cluster that JulieOps keeps
    NotAsked  ///< an ACL that JulieOps keeps and no spec asks for: it stays, unless it is pruned
};

/// What did not come along as it was, and why.
struct Note
{
    NoteKind kind = NoteKind::Review;
    std::string file; ///< of the descriptors; may be empty
    std::uint32_t line = 0;
    std::string message;

    auto operator<=>(const Note &) const = default;
    bool operator==(const Note &) const = default;
};

/// A workspace that is yet to be written, and what is to be known of it.
struct Imported
{
    std::map<std::string, std::string> files; ///< path (with /) → text
    std::vector<Note> notes;                  ///< by kind, file and line
};

/// The environment of the new workspace that maps contexts to JulieOps's principals.
inline constexpr const char *importedEnvironment = "imported";

std::string_view nameOf(NoteKind kind); ///< review, left-out, plan-adds, not-asked

/// The descriptors (or folders of them) with what lies beside them. `properties` may be empty.
Result<JulieSource> readJulie(const std::vector<std::filesystem::path> &paths,
                              const std::filesystem::path &properties);

/// The specs that ask for what the descriptors ask for. Topics keep their exact names: a project
/// becomes a context, whatever reads or writes becomes one too. Invalid, with the place, where a
/// descriptor or a format of names can't be read.
Result<Imported> importJulie(const JulieSource &source);

} // namespace meshwright::importing
