// SPDX-License-Identifier: Apache-2.0
// Draft-07's formats (RFC 3339, 3986, 5321, 1123, 6570, 6901) and OpenAPI's for numbers, which
// judge nothing here.
#include "schema/compiledschema.h"

#include <array>
#include <charconv>
#include <map>
#include <string>

namespace meshwright::schema {

namespace {

/// RFC 3986's characters, for the inside of a character class.
const std::string unreserved = R"(A-Za-z0-9\-._~!$&'()*+,;=)";

std::string run(const std::string &more)
{
    return "(?:[" + unreserved + more + "]|%[0-9A-Fa-f]{2})*";
}

std::string uriPattern(bool isReference)
{
    const std::string segments = "(?:/" + run(":@") + ")*";
    const std::string address =
        R"(\[(?:[0-9A-Fa-f:.]+|[vV][0-9A-Fa-f]+\.[)" + unreserved + R"(:]+)\])";
    const std::string authority =
        "//(?:" + run(":") + "@)?(?:" + address + "|" + run("") + ")(?::[0-9]*)?" + segments;
    const std::string path = "/?" + run(":@") + segments;
    const std::string relative = "/?" + run("@") + segments;
    const std::string tail = R"((?:\?)" + run(":@/?") + ")?(?:#" + run(":@/?") + ")?$";
    const std::string scheme = "[A-Za-z][A-Za-z0-9+.-]*:";
    if (!isReference)
        return "^" + scheme + "(?:" + authority + "|(?!//)" + path + ")" + tail;
    return "^(?:" + scheme + "(?:" + authority + "|(?!//)" + path + ")|" + authority + "|(?!//)" +
           relative + ")" + tail;
}

/// Formats that one expression can tell.
const std::map<std::string_view, Pattern> &expressions()
{
    const auto made = [](const std::string &text) { return Pattern::compile(text).value(); };
    static const std::map<std::string_view, Pattern> known{
        {"uri", made(uriPattern(false))},
        {"uri-reference", made(uriPattern(true))},
        {"uri-template", made(R"(^(?:[^\x00-\x20"'<>%\\^`{|}]|%[0-9A-Fa-f]{2}|)"
                              R"(\{[+#./;?&=,!@|]?(?:\w|%[0-9A-Fa-f]{2})+(?::[1-9][0-9]{0,3}|\*)?)"
                              R"((?:,(?:\w|%[0-9A-Fa-f]{2})+(?::[1-9][0-9]{0,3}|\*)?)*\})*$)")},
        {"email", made(R"(^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@)"
                       R"((?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+)"
                       R"([A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$)")},
        {"hostname", made(R"(^(?=.{1,253}\.?$)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)"
                          R"((?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\.?$)")},
        {"ipv4", made(R"(^(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)(?:\.(?!$)|$)){4}$)")},
        {"uuid", made("^(?:urn:uuid:)?[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}$")},
        {"json-pointer", made("^(?:/(?:[^~/]|~0|~1)*)*$")},
        {"relative-json-pointer", made("^(?:0|[1-9][0-9]*)(?:#|(?:/(?:[^~/]|~0|~1)*)*)$")},
    };
    return known;
}

std::optional<int> numberAt(std::string_view text, std::size_t at, std::size_t size)
{
    int number = 0;
    if (at + size > text.size() || text[at] == '-' || text[at] == '+')
        return std::nullopt;
    const char *begin = text.data() + at;
    const auto [end, error] = std::from_chars(begin, begin + size, number);
    return error == std::errc() && end == begin + size ? std::optional(number) : std::nullopt;
}

bool isDate(std::string_view text)
{
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return false;
    const auto year = numberAt(text, 0, 4);
    const auto month = numberAt(text, 5, 2);
    const auto day = numberAt(text, 8, 2);
    if (!year || !month || !day || *month < 1 || *month > 12)
        return false;
    const bool isLeap = *year % 4 == 0 && (*year % 100 != 0 || *year % 400 == 0);
    const int last = *month == 2 && isLeap ? 29 : days.at(static_cast<std::size_t>(*month - 1));
    return *day >= 1 && *day <= last;
}

bool isZone(std::string_view text)
{
    if (text == "Z" || text == "z")
        return true;
    if (text.size() < 3 || (text[0] != '+' && text[0] != '-') || !numberAt(text, 1, 2))
        return false;
    text.remove_prefix(3);
    if (text.starts_with(':'))
        text.remove_prefix(1);
    return text.empty() || (text.size() == 2 && numberAt(text, 0, 2));
}

bool isTime(std::string_view text, bool needsZone)
{
    if (text.size() < 8 || text[2] != ':' || text[5] != ':')
        return false;
    const auto hour = numberAt(text, 0, 2);
    const auto minute = numberAt(text, 3, 2);
    const auto second = numberAt(text, 6, 2);
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60)
        return false;
    if (*second == 60 && (*hour != 23 || *minute != 59))
        return false;
    text.remove_prefix(8);
    if (text.starts_with('.')) {
        const auto end = std::min(text.find_first_not_of("0123456789", 1), text.size());
        if (end == 1)
            return false;
        text.remove_prefix(end);
    }
    return text.empty() ? !needsZone : isZone(text);
}

bool isDateTime(std::string_view text)
{
    const bool isLongEnough = text.size() > 11;
    const char separator = isLongEnough ? text[10] : '\0';
    return (separator == 'T' || separator == 't' || separator == ' ') &&
           isDate(text.substr(0, 10)) && isTime(text.substr(11), true);
}

/// One to four hexadecimal digits between colons, at most one gap, an IPv4 address at the end.
bool isIpv6(std::string_view text)
{
    const auto gap = text.find("::");
    if (gap != std::string_view::npos && text.find("::", gap + 1) != std::string_view::npos)
        return false;
    int groups = 0;
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find(':', begin), text.size());
        const std::string_view group = text.substr(begin, end - begin);
        const bool isLast = end == text.size();
        if (group.find('.') != std::string_view::npos) {
            if (!isLast || breaksFormat("ipv4", group))
                return false;
            groups += 2;
        } else if (!group.empty()) {
            if (group.size() > 4 || group.find_first_not_of("0123456789abcdefABCDEF") != group.npos)
                return false;
            ++groups;
        } else if (gap == std::string_view::npos ||
                   (begin != gap && begin != gap + 1 && begin != gap + 2)) {
            return false;
        }
        begin = end + 1;
    }
    return gap == std::string_view::npos ? groups == 8 : groups < 8;
}

using Judge = bool (*)(std::string_view);

const std::map<std::string_view, Judge> &functions()
{
    static const std::map<std::string_view, Judge> known{
        {"date", isDate},
        {"time", [](std::string_view text) { return isTime(text, false); }},
        {"date-time", isDateTime},
        {"ipv6", isIpv6},
        {"regex", [](std::string_view text) { return !Pattern::faultOf(text); }},
    };
    return known;
}

} // namespace

bool isKnownFormat(std::string_view format)
{
    return functions().count(format) != 0 || expressions().count(format) != 0;
}

bool breaksFormat(std::string_view format, std::string_view text)
{
    if (const auto found = functions().find(format); found != functions().end())
        return !found->second(text);
    const auto found = expressions().find(format);
    return found != expressions().end() && found->second.matches(text) == Match::No;
}

} // namespace meshwright::schema
