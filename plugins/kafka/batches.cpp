// SPDX-License-Identifier: Apache-2.0
#include "kafka/batches.h"

#include <algorithm>

namespace meshwright::kafka {

namespace {

Error notSent(const Error &cause)
{
    if (cause.code != Error::Code::Timeout)
        return cause;
    return {Error::Code::Network, "Not sent, as the request before it got no answer.", cause.where};
}

} // namespace

Outcomes run(const Batches &batches, const std::stop_token &stop)
{
    Outcomes outcomes(batches.count);
    Batches::Indices pending;
    for (std::size_t i = 0; i < batches.count; ++i) {
        if (auto fault = batches.fault(i))
            outcomes[i] = tl::unexpected(std::move(*fault));
        else
            pending.push_back(i);
    }

    std::optional<Error> failed;
    for (auto from = pending.cbegin(); from != pending.cend();) {
        const auto size = std::min<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(batches.batchSize),
                                                   pending.cend() - from);
        const Batches::Indices batch(from, from + size);
        from += size;
        if (!failed && stop.stop_requested())
            failed = Error{Error::Code::Cancelled, "Cancelled before it was sent.", {}};
        if (failed) {
            for (const auto i : batch)
                outcomes[i] = tl::unexpected(*failed);
            continue;
        }
        const auto answers = batches.send(batch);
        for (std::size_t k = 0; k < batch.size(); ++k)
            outcomes[batch[k]] = answers ? answers->at(k) : tl::unexpected(answers.error());
        if (!answers)
            failed = notSent(answers.error());
    }
    return outcomes;
}

} // namespace meshwright::kafka
