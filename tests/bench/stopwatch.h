// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

namespace meshwright::bench {

/// In milliseconds.
struct Figures
{
    double median = 0;
    double p95 = 0;
    double most = 0;
    double ownMedian = 0; ///< what the calling thread was on a processor for
    double ownP95 = 0;
};

/// Wall time of each of `runs` calls, and the thread's own, which other work hardly touches.
Figures measure(int runs, const std::function<void()> &work);

/// One row of a Markdown table: what, figure, aim.
void print(const std::string &what, const std::string &figure, const std::string &aim);
std::string milliseconds(double value);

} // namespace meshwright::bench
