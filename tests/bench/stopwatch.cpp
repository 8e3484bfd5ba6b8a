// SPDX-License-Identifier: Apache-2.0
#include "stopwatch.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <vector>

namespace meshwright::bench {

namespace {

double ownTime()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Sorted values' quantile.
double at(const std::vector<double> &times, double share)
{
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
}

} // namespace

Figures measure(int runs, const std::function<void()> &work)
{
    std::vector<double> times;
    std::vector<double> own;
    for (int i = 0; i < runs; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        const double ownBegin = ownTime();
        work();
        own.push_back(ownTime() - ownBegin);
        times.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
                .count());
    }
    std::sort(times.begin(), times.end());
    std::sort(own.begin(), own.end());
    return {at(times, 0.5), at(times, 0.95), times.back(), at(own, 0.5), at(own, 0.95)};
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
