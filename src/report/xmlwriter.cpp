// SPDX-License-Identifier: Apache-2.0
#include "xmlwriter.h"

#include "flowtext.h"

namespace meshwright::report {

std::string xmlText(std::string_view text)
{
    std::string result;
    for (const char character : printable(text)) {
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
            result += character;
        }
    }
    return result;
}

void XmlWriter::start(std::string_view element, const Attributes &attributes)
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

void XmlWriter::open(std::string_view element, const Attributes &attributes)
{
    start(element, attributes);
    m_text += ">\n";
    ++m_depth;
}

void XmlWriter::close(std::string_view element)
{
    --m_depth;
    m_text.append(static_cast<std::size_t>(m_depth) * 2, ' ');
    m_text += "</";
    m_text += element;
    m_text += ">\n";
}

void XmlWriter::empty(std::string_view element, const Attributes &attributes)
{
    start(element, attributes);
    m_text += "/>\n";
}

void XmlWriter::text(std::string_view element, const Attributes &attributes, std::string_view text)
{
    start(element, attributes);
    m_text += '>' + xmlText(text) + "</";
    m_text += element;
    m_text += ">\n";
}

} // namespace meshwright::report
