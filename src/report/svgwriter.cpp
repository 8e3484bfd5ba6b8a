// SPDX-License-Identifier: Apache-2.0
#include "svgwriter.h"

#include <cmath>

namespace meshwright::report {

std::string xmlText(std::string_view text)
{
    std::string result;
    for (const char character : text) {
        switch (character) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        default:
            result += static_cast<unsigned char>(character) < 0x20 ? ' ' : character;
        }
    }
    return result;
}

std::string svgNumber(double value)
{
    const auto hundredths = std::llround(std::abs(value) * 100);
    std::string text = value < 0 && hundredths != 0 ? "-" : "";
    text += std::to_string(hundredths / 100);
    const auto rest = hundredths % 100;
    if (rest != 0) {
        text += '.';
        text += static_cast<char>('0' + rest / 10);
        if (rest % 10 != 0)
            text += static_cast<char>('0' + rest % 10);
    }
    return text;
}

void SvgWriter::start(std::string_view element, const Attributes &attributes)
{
    m_text.append(static_cast<std::size_t>(m_depth) * 2, ' ');
    m_text += '<';
    m_text += element;
    for (const auto &[name, value] : attributes) {
        m_text += ' ';
        m_text += name;
        m_text += "=\"" + xmlText(value) + '"';
    }
}

void SvgWriter::open(std::string_view element, const Attributes &attributes)
{
    start(element, attributes);
    m_text += ">\n";
    ++m_depth;
}

void SvgWriter::close(std::string_view element)
{
    --m_depth;
    m_text.append(static_cast<std::size_t>(m_depth) * 2, ' ');
    m_text += "</";
    m_text += element;
    m_text += ">\n";
}

void SvgWriter::empty(std::string_view element, const Attributes &attributes)
{
    start(element, attributes);
    m_text += "/>\n";
}

void SvgWriter::text(std::string_view element, const Attributes &attributes, std::string_view text)
{
    start(element, attributes);
    m_text += '>' + xmlText(text) + "</";
    m_text += element;
    m_text += ">\n";
}

void SvgWriter::rectangle(const layout::Box &box, double corner, Attributes attributes)
{
    Attributes all = {{"x", svgNumber(box.x)},
                      {"y", svgNumber(box.y)},
                      {"width", svgNumber(box.width)},
                      {"height", svgNumber(box.height)},
                      {"rx", svgNumber(corner)}};
    all.insert(all.end(), attributes.begin(), attributes.end());
    empty("rect", all);
}

void SvgWriter::path(std::string data, Attributes attributes)
{
    attributes.insert(attributes.begin(), {"d", std::move(data)});
    empty("path", attributes);
}

} // namespace meshwright::report
