// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <vector>

namespace meshwright::ui {

enum class Language { Yaml, Json, Proto, Plain };

Language languageOf(const QString &path);
/// What comments out a line, or empty where the language has no such thing.
QString commentSign(Language language);

enum class Token { Key, Text, Number, Word, Comment, Sign, Anchor, Reference, Keyword };

struct Span
{
    int start = 0;
    int length = 0;
    Token token = Token::Text;

    bool operator==(const Span &) const = default;
};

/// Colours one line. `state` is what the line before it left (-1 at first); the result is what
/// this line leaves.
int scanLine(Language language, QStringView line, int state, std::vector<Span> &spans);

} // namespace meshwright::ui
