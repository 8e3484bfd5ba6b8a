// SPDX-License-Identifier: Apache-2.0
#include "meshwright/layout/layout.h"

#include "meshwright/text/helperprocess.h"

namespace meshwright::layout {

Result<Picture> layOut(const Request &request, const std::filesystem::path &program,
                       std::stop_token stop)
{
    if (request.nodes.empty())
        return Picture{};
    if (request.style == Style::Grid)
        return packedGrid(request);
    const auto answer = runHelper(program, requestJson(request), std::move(stop));
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->exitCode != 0)
        return tl::unexpected(
            Error{Error::Code::Invalid,
                  "The layout helper gave up (exit code " + std::to_string(answer->exitCode) + ").",
                  program.string()});
    auto picture = pictureFromJson(answer->output);
    if (picture && !isSound(request, *picture))
        return tl::unexpected(Error{
            Error::Code::Invalid, "The layout helper's picture is incomplete.", program.string()});
    return picture;
}

} // namespace meshwright::layout
