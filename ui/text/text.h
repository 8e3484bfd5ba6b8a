// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/text/sourcetext.h"

#include <QString>

#include <filesystem>
#include <string>
#include <string_view>

namespace meshwright::ui {

/// The one place where the core's UTF-8 and Qt's UTF-16 meet.
QString toQt(std::string_view utf8);
std::string fromQt(QStringView text);
QString pathToQt(const std::filesystem::path &path);
std::filesystem::path pathFromQt(const QString &path);

/// The text as an editor shows it: without byte order mark, every line end a \n.
QString editorText(const SourceText &text);
/// The line end that the text uses most: "\n", "\r\n" or "\r".
std::string_view lineEndOf(const SourceText &text);
/// `text` with each \n written as `lineEnd`, in UTF-8.
std::string withLineEnds(QStringView text, std::string_view lineEnd);

} // namespace meshwright::ui
