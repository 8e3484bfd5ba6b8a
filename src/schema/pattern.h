// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace meshwright::schema {

enum class Match { No, Yes, TakesTooLong };

/// A regular expression in the dialect of JSON Schema (ECMA-262), by PCRE2 with bounded work.
class Pattern
{
public:
    /// Nothing where the expression is not well-formed.
    static std::optional<Pattern> compile(std::string_view expression);
    /// What is wrong with the expression, in PCRE2's words; nothing where it is well-formed.
    static std::optional<std::string> faultOf(std::string_view expression);

    /// Whether it matches anywhere in the text. A pattern that took too long several times is not
    /// tried again.
    Match matches(std::string_view text) const;

private:
    struct Code;

    std::shared_ptr<const Code> m_code;
    std::string m_prefix; ///< every match begins so, at the start of the text
};

} // namespace meshwright::schema
