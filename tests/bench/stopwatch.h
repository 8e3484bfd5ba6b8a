// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

namespace meshwright::bench {

struct Figures
{
    double median = 0; ///< milliseconds
    double p95 = 0;
    double most = 0;
};

/// Wall time of each of `runs` calls.
Figures measure(int runs, const std::function<void()> &work);

/// One row of a Markdown table: what, figure, aim.
void print(const std::string &what, const std::string &figure, const std::string &aim);
std::string milliseconds(double value);

} // namespace meshwright::bench
