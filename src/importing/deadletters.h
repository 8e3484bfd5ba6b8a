// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"
#include "schema/pattern.h"

#include <map>
#include <string>
#include <vector>

namespace meshwright::importing {

/// Which topics JulieOps makes a topic of dead letters for, by its properties.
class DeadLetters
{
public:
    /// Invalid where a list has what is no regular expression.
    static Result<DeadLetters> from(const std::map<std::string, std::string> &properties);

    bool areMadeFor(const std::string &topic) const;

private:
    bool m_isOn = false;
    std::vector<schema::Pattern> m_allowed; ///< none: all
    std::vector<schema::Pattern> m_denied;
};

} // namespace meshwright::importing
