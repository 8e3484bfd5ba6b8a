// SPDX-License-Identifier: Apache-2.0
#include "ui/text/text.h"

#include <array>

namespace meshwright::ui {

QString toQt(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string fromQt(QStringView text)
{
    return text.toUtf8().toStdString();
}

QString pathToQt(const std::filesystem::path &path)
{
    return toQt(std::string_view(path.native()));
}

std::filesystem::path pathFromQt(const QString &path)
{
    return {fromQt(path)};
}

QString editorText(const SourceText &text)
{
    std::string_view bytes = text.bytes();
    if (text.hasByteOrderMark())
        bytes.remove_prefix(3);
    QString shown = toQt(bytes);
    shown.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    shown.replace(QLatin1Char('\r'), QLatin1Char('\n'));
    return shown;
}

std::string_view lineEndOf(const SourceText &text)
{
    static constexpr std::array<std::string_view, 3> ends{"\n", "\r\n", "\r"};
    std::array<std::size_t, 3> counts{};
    const std::string &bytes = text.bytes();
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes[i] == '\n') {
            ++counts[0];
        } else if (bytes[i] == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n') {
            ++counts[1];
            ++i;
        } else if (bytes[i] == '\r') {
            ++counts[2];
        }
    }
    std::size_t most = 0;
    for (std::size_t i = 1; i < counts.size(); ++i)
        if (counts[i] > counts[most])
            most = i;
    return ends[most];
}

std::string withLineEnds(QStringView text, std::string_view lineEnd)
{
    std::string utf8 = fromQt(text);
    if (lineEnd == "\n")
        return utf8;
    std::string result;
    result.reserve(utf8.size() + utf8.size() / 16);
    for (const char c : utf8) {
        if (c == '\n')
            result += lineEnd;
        else
            result += c;
    }
    return result;
}

} // namespace meshwright::ui
