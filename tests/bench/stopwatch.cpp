// SPDX-License-Identifier: Apache-2.0
#include "stopwatch.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

namespace meshwright::bench {

Figures measure(int runs, const std::function<void()> &work)
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        times.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
                .count());
    }
    std::sort(times.begin(), times.end());
    const auto at = [&](double share) {
        return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
    };
    return {at(0.5), at(0.95), times.back()};
}

void print(const std::string &what, const std::string &figure, const std::string &aim)
{
    std::printf("| %s | %s | %s |\n", what.c_str(), figure.c_str(), aim.c_str());
    std::fflush(stdout);
}

std::string milliseconds(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, value < 10 ? "%.1f ms" : "%.0f ms", value);
    return text;
}

} // namespace meshwright::bench
