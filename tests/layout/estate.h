// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/layout/layout.h"

#include <QString>

#include <filesystem>
#include <string>

namespace meshwright::layout {

/// `domains` groups of `each` nodes, and links by a fixed rule, within and across groups.
inline Request estate(int domains, int each)
{
    Request request;
    const int count = domains * each;
    const auto name = [each](int i) {
        return "acme.d" + std::to_string(i / each) + ".c" + std::to_string(i);
    };
    for (int i = 0; i < count; ++i)
        request.nodes.push_back(
            {name(i), "acme.d" + std::to_string(i / each), 212.0 + i % 5 * 10, 92});
    for (int i = 0; i < count; ++i) {
        const int inside = i / each * each + (i * 7 + 1) % each;
        const int outside = (i * 13 + 5) % count;
        if (inside != i)
            request.links.push_back({name(i), name(inside), 1 + i % 3});
        if (outside != i && outside != inside)
            request.links.push_back({name(i), name(outside), 1});
    }
    return request;
}

inline std::filesystem::path helper()
{
    return std::filesystem::path(qEnvironmentVariable("MESHWRIGHT_BIN").toStdString()) /
           "meshwright-layout";
}

} // namespace meshwright::layout
