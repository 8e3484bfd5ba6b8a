// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/connector.h"

#include <QByteArray>
#include <QTest>

namespace meshwright::test {

template <typename T>
QByteArray said(const Result<T> &outcome)
{
    return outcome ? QByteArray("done") : QByteArray::fromStdString(outcome.error().message);
}

#define REQUIRE_DONE(outcomes)                                                                     \
    for (const auto &outcome : (outcomes))                                                         \
    QVERIFY2(outcome.has_value(), said(outcome))

#define REQUIRE_REFUSED(outcome, wanted)                                                           \
    QVERIFY2(!(outcome).has_value(), "it was taken");                                              \
    QVERIFY2((outcome).error().code == (wanted), said(outcome));                                   \
    QVERIFY(!(outcome).error().message.empty())

} // namespace meshwright::test
