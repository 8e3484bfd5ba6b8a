// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace meshwright::test {

/// In PEM.
struct Identity
{
    QByteArray certificate;
    QByteArray key;
};

enum class Validity { Valid, Expired, NotYet };

/// Its own issuer, for 127.0.0.1 and as a CA.
Identity selfSigned(Validity validity = Validity::Valid);
/// For 127.0.0.1, signed by `ca`.
Identity signedBy(const Identity &ca, Validity validity = Validity::Valid);
/// What `ca` says of certificates that hold no more.
QByteArray revocationOf(const Identity &revoked, const Identity &ca);

} // namespace meshwright::test
