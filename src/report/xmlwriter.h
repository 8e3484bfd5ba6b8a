// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace meshwright::report {

/// Text for XML: escaped, and without the characters that XML can't hold.
std::string xmlText(std::string_view text);

/// Builds an XML document element by element; every text is escaped here.
class XmlWriter
{
public:
    using Attributes = std::vector<std::pair<std::string_view, std::string>>;

    void open(std::string_view element, const Attributes &attributes);
    void close(std::string_view element);
    void empty(std::string_view element, const Attributes &attributes);
    void text(std::string_view element, const Attributes &attributes, std::string_view text);

    /// Already well-formed text (the style sheet).
    void raw(std::string_view text) { m_text += text; }

    std::string take() { return std::move(m_text); }

private:
    void start(std::string_view element, const Attributes &attributes);

    std::string m_text;
    int m_depth = 0;
};

} // namespace meshwright::report
