// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDirIterator>
#include <QStringList>

#include <random>
#include <string>
#include <vector>

namespace meshwright::test {

/// What people and hostile hands type.
inline const std::vector<std::string> typed{
    "a",
    "7",
    " ",
    "  ",
    "\n",
    "\n  ",
    "\n    ",
    "\n\n",
    ":",
    ": ",
    "'",
    "\"",
    "#",
    " # note",
    "- ",
    "\n- a",
    "|",
    ">",
    "|+\n",
    "{",
    "}",
    "[",
    "]",
    ",",
    "&a ",
    "*a",
    "!!str ",
    "? ",
    "---\n",
    "\n---\n",
    "...",
    "\n...\n",
    "%",
    "\t",
    "\r\n",
    "\r",
    "\xC3\xA9",
    "\xE2\x80\xA8",
    "\xC2\x85",
    "\\u00e9",
    "\xEF\xBB\xBF",
    "\xFF",
    "<<: ",
    "\n  more: 1\n",
    "x: 1\n",
    "null",
    "~",
    "@",
    "`",
    std::string(1100, 'k'),
};

/// Makes edits, the same ones for the same seed.
class Typist
{
public:
    explicit Typist(unsigned seed)
        : m_random(seed)
    {}

    std::string edited(std::string text)
    {
        const std::size_t at = below(text.size() + 1);
        const std::size_t most = below(8) == 0 ? 200 : 6;
        if (below(3) == 0)
            return text.erase(at, 1 + below(most));
        if (below(4) == 0)
            text.erase(at, 1 + below(most));
        if (below(10) != 0)
            return text.insert(at, typed[below(typed.size())]);
        const std::size_t from = below(text.size() + 1); // a piece from elsewhere
        return text.insert(at, text.substr(from, 1 + below(60)));
    }

    std::size_t below(std::size_t bound)
    {
        return std::uniform_int_distribution<std::size_t>(0, bound - 1)(m_random);
    }

private:
    std::mt19937 m_random;
};

/// The documents of a folder.
inline QStringList corpus(const QString &folder)
{
    QStringList files;
    QDirIterator each(folder, {"*.yaml", "*.yml", "*.json"}, QDir::Files,
                      QDirIterator::Subdirectories);
    while (each.hasNext())
        files.append(each.next());
    files.sort();
    return files;
}

} // namespace meshwright::test
