// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"

#include <librdkafka/rdkafka.h>

#include <string>

namespace meshwright::kafka {

/// What a request was about, in the words of its error.
struct Subject
{
    std::string resource;  ///< `Topic a.b`, `The ACLs`
    std::string right;     ///< that it takes: `CREATE on TOPIC a.b`, `CREATE` of many topics
    std::string principal; ///< who asked

    /// The same right on one topic.
    Subject forTopic(const std::string &name) const
    {
        return {"Topic " + name, right + " on TOPIC " + name, principal};
    }
};

/// A broker's or librdkafka's refusal of one item in our codes and words. Timeout only where the
/// request may have taken effect. Never holds a secret: `text` is the broker's own.
Error itemError(rd_kafka_resp_err_t code, const char *text, const Subject &subject);

/// Why there is no connection: what error_cb said. `certificateFault` is OpenSSL's verification
/// error, or 0.
Error connectionError(rd_kafka_resp_err_t code, const std::string &text, int certificateFault,
                      const std::string &bootstrap, const std::string &principal,
                      const std::string &caFile);

} // namespace meshwright::kafka
