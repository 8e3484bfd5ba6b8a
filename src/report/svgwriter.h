// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "xmlwriter.h"

#include "meshwright/layout/layout.h"

#include <string>

namespace meshwright::report {

/// At most two decimals, never an exponent: 12, 12.5, 12.25.
std::string svgNumber(double value);

/// With what SVG draws.
class SvgWriter : public XmlWriter
{
public:
    void rectangle(const layout::Box &box, double corner, Attributes attributes);
    void path(std::string data, Attributes attributes);
};

} // namespace meshwright::report
