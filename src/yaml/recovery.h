// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/yaml/document.h"

namespace meshwright::yaml {

/// Reads on behind a syntax error: the block with the fault is taken for blank, so what stands
/// behind it keeps its places, and its own faults of syntax and repeated keys are found too. Other
/// problems wait for the mended text: an anchor may stand in what was cut.
class Recovery
{
public:
    Recovery(Text text, const Limits &limits)
        : m_text(std::move(text))
        , m_limits(limits)
    {}

    /// `first` is the document as far as it could be read; the answer holds more where more is
    /// sound, names the faults behind the first one, and is as little complete.
    std::shared_ptr<const Document> recovered(std::shared_ptr<Document> first) const;

private:
    Text m_text;
    const Limits &m_limits;
};

} // namespace meshwright::yaml
