// SPDX-License-Identifier: Apache-2.0
#include "completion/offers.h"
#include "yaml/scalars.h"

#include <algorithm>

namespace meshwright::completion {

namespace {

using reference::Shape;

constexpr std::size_t indentWidth = 2;

class Writing
{
public:
    Writing(const Caret &caret, const SourceText &text)
        : m_caret(caret)
        , m_bytes(text.bytes())
    {}

    void key(const Offer &offer)
    {
        if (m_caret.hasColon || offer.isBegun) {
            put(scalar(offer.text));
            return;
        }
        if (m_caret.isInFlow)
            return flowKey(offer);
        std::size_t column = m_caret.column;
        if (offer.isItem) {
            put("- ");
            column += indentWidth;
        }
        put(scalar(offer.text) + ":");
        const std::string below = lineEnd() + std::string(column + indentWidth, ' ');
        switch (offer.shape) {
        case Shape::Scalar:
            return put(" ");
        case Shape::Mapping:
            return put(below);
        case Shape::Reference:
            return put(below + "$ref: ");
        case Shape::List:
            return put(below + "- ");
        case Shape::ScalarList:
            return around(" [", "]");
        }
    }

    void value(const Offer &offer)
    {
        if (m_caret.needsSpace)
            put(" ");
        put(offer.isPlain ? offer.text : scalar(offer.text));
        const bool isQuoted = m_text.size() > 1 && (m_text.back() == '\'' || m_text.back() == '"');
        if (offer.goesOn && isQuoted)
            --m_at; // on within the quotes
    }

    void into(Item &item)
    {
        item.text = std::move(m_text);
        item.caret = m_at;
    }

private:
    bool isJson() const
    {
        return m_caret.isInFlow &&
               m_bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF") == m_caret.flowBegin;
    }

    void put(const std::string &text)
    {
        m_text += text;
        m_at = m_text.size();
    }

    /// The caret goes between.
    void around(const std::string &before, const std::string &after)
    {
        put(before);
        m_text += after;
    }

    std::string scalar(const std::string &text) const
    {
        if (isJson())
            return yaml::doubleQuoted(text);
        const auto style = m_caret.quote == '"'    ? yaml::Style::DoubleQuoted
                           : m_caret.quote == '\'' ? yaml::Style::SingleQuoted
                                                   : yaml::Style::Plain;
        return yaml::scalarLine(text, style, m_caret.isInFlow);
    }

    void flowKey(const Offer &offer)
    {
        const std::string comma = lacksComma() ? "," : "";
        put(scalar(offer.text) + ": ");
        switch (offer.shape) {
        case Shape::Scalar:
            if (isJson() && takesText(offer.documentation))
                return around("\"", "\"" + comma);
            return around("", comma);
        case Shape::Mapping:
            return around("{", "}" + comma);
        case Shape::Reference:
            return isJson() ? around("{\"$ref\": \"", "\"}" + comma)
                            : around("{$ref: ", "}" + comma);
        case Shape::List:
            return around("[{", "}]" + comma);
        case Shape::ScalarList:
            return around("[", "]" + comma);
        }
    }

    static bool takesText(const reference::Documentation &field)
    {
        return field.type.starts_with("text") && field.type.find(" or ") == std::string::npos;
    }

    /// Whether another entry follows.
    bool lacksComma() const
    {
        const auto next = m_bytes.find_first_not_of(" \t\r\n", m_caret.token.end);
        return next != std::string::npos &&
               std::string_view(",]}:#").find(m_bytes[next]) == std::string_view::npos;
    }

    std::string lineEnd() const
    {
        const auto first = m_bytes.find_first_of("\r\n");
        if (first == std::string::npos || m_bytes[first] == '\n')
            return "\n";
        return m_bytes.compare(first, 2, "\r\n") == 0 ? "\r\n" : "\r";
    }

    const Caret &m_caret;
    const std::string &m_bytes;
    std::string m_text;
    std::size_t m_at = 0;
};

} // namespace

Item written(const Offer &offer, const Caret &caret, const SourceText &text)
{
    Item item{offer.text, {}, 0, offer.kind, offer.detail, offer.documentation, offer.goesOn};
    Writing writing(caret, text);
    if (offer.isKey)
        writing.key(offer);
    else
        writing.value(offer);
    writing.into(item);
    return item;
}

} // namespace meshwright::completion
