// SPDX-License-Identifier: Apache-2.0
#include "svgwriter.h"

#include <cmath>

namespace meshwright::report {

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
