// SPDX-License-Identifier: Apache-2.0
#include "schema/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <array>
#include <atomic>
#include <cctype>

namespace meshwright::schema {

namespace {

constexpr std::uint32_t options = PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_ALT_BSUX |
                                  PCRE2_ALLOW_EMPTY_CLASS | PCRE2_MATCH_UNSET_BACKREF;
constexpr std::uint32_t mostSteps = 100'000;
constexpr int mostTimeouts = 8;
constexpr std::uint32_t mostDepth = 10'000;

struct Compiled
{
    pcre2_code *code = nullptr;
    int error = 0;
};

/// Perl's anchors, which ECMA-262 does not have.
bool hasForeignAnchor(std::string_view expression)
{
    for (std::size_t i = 0; i + 1 < expression.size(); ++i)
        if (expression[i] == '\\') {
            ++i;
            if (expression[i] == 'A' || expression[i] == 'Z' || expression[i] == 'z')
                return true;
        }
    return false;
}

Compiled compiled(std::string_view expression)
{
    Compiled result;
    if (hasForeignAnchor(expression)) {
        result.error = PCRE2_ERROR_UNKNOWN_ESCAPE;
        return result;
    }
    PCRE2_SIZE offset = 0;
    result.code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(expression.data()), expression.size(),
                                options, &result.error, &offset, nullptr);
    return result;
}

/// `^x-[a-z]+$` → `x-`: nearly all keys of a document are told apart by it.
std::string literalPrefix(std::string_view expression)
{
    if (!expression.starts_with('^') || expression.find('|') != std::string_view::npos)
        return {};
    std::string prefix;
    for (const char c : expression.substr(1)) {
        if (std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '-' && c != '_' && c != '/') {
            if (c == '*' || c == '?' || c == '{')
                prefix = prefix.substr(0, prefix.size() - std::min<std::size_t>(1, prefix.size()));
            break;
        }
        prefix += c;
    }
    return prefix;
}

} // namespace

struct Pattern::Code
{
    pcre2_code *code;
    pcre2_match_context *context = pcre2_match_context_create(nullptr);
    mutable std::atomic<int> timeouts{0};

    explicit Code(pcre2_code *made)
        : code(made)
    {
        pcre2_set_match_limit(context, mostSteps);
        pcre2_set_depth_limit(context, mostDepth);
    }

    Code(const Code &) = delete;
    Code &operator=(const Code &) = delete;

    ~Code()
    {
        pcre2_match_context_free(context);
        pcre2_code_free(code);
    }
};

std::optional<Pattern> Pattern::compile(std::string_view expression)
{
    const Compiled result = compiled(expression);
    if (!result.code)
        return std::nullopt;
    Pattern pattern;
    pattern.m_code = std::make_shared<const Code>(result.code);
    pattern.m_prefix = literalPrefix(expression);
    return pattern;
}

std::optional<std::string> Pattern::faultOf(std::string_view expression)
{
    const Compiled result = compiled(expression);
    if (result.code) {
        pcre2_code_free(result.code);
        return std::nullopt;
    }
    std::array<PCRE2_UCHAR, 256> text{};
    pcre2_get_error_message(result.error, text.data(), text.size());
    return std::string(reinterpret_cast<const char *>(text.data()));
}

Match Pattern::matches(std::string_view text) const
{
    if (!text.starts_with(m_prefix))
        return Match::No;
    if (m_code->timeouts >= mostTimeouts)
        return Match::TakesTooLong;
    const std::unique_ptr<pcre2_match_data, decltype(&pcre2_match_data_free)> data(
        pcre2_match_data_create_from_pattern(m_code->code, nullptr), pcre2_match_data_free);
    const int result = pcre2_match(m_code->code, reinterpret_cast<PCRE2_SPTR>(text.data()),
                                   text.size(), 0, 0, data.get(), m_code->context);
    if (result >= 0)
        return Match::Yes;
    if (result == PCRE2_ERROR_NOMATCH)
        return Match::No;
    ++m_code->timeouts;
    return Match::TakesTooLong;
}

} // namespace meshwright::schema
