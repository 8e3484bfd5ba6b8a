// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/layout/layout.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace meshwright::report {

/// Text for XML: escaped, and without the characters that XML can't hold.
std::string xmlText(std::string_view text);
/// At most two decimals, never an exponent: 12, 12.5, 12.25.
std::string svgNumber(double value);

/// Builds an SVG document element by element; every text is escaped here.
class SvgWriter
{
public:
    using Attributes = std::vector<std::pair<std::string_view, std::string>>;

    void open(std::string_view element, const Attributes &attributes);
    void close(std::string_view element);
    void empty(std::string_view element, const Attributes &attributes);
    void text(std::string_view element, const Attributes &attributes, std::string_view text);
    void rectangle(const layout::Box &box, double corner, Attributes attributes);
    void path(std::string data, Attributes attributes);

    /// Already well-formed text (the style sheet).
    void raw(std::string_view text) { m_text += text; }

    std::string take() { return std::move(m_text); }

private:
    void start(std::string_view element, const Attributes &attributes);

    std::string m_text;
    int m_depth = 0;
};

} // namespace meshwright::report
