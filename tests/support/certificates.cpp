// SPDX-License-Identifier: Apache-2.0
#include "support/certificates.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

namespace meshwright::test {

namespace {

template <typename T, auto release>
struct Release
{
    void operator()(T *object) const { release(object); }
};

using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY, EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Release<X509, X509_free>>;
using Buffer = std::unique_ptr<BIO, Release<BIO, BIO_free_all>>;
using RevocationList = std::unique_ptr<X509_CRL, Release<X509_CRL, X509_CRL_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Release<X509_EXTENSION, X509_EXTENSION_free>>;
using Time = std::unique_ptr<ASN1_TIME, Release<ASN1_TIME, ASN1_TIME_free>>;

constexpr long day = 24L * 60 * 60;

QByteArray textOf(BIO *buffer)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(buffer, &data);
    return {data, qsizetype(size)};
}

Buffer bufferOf(const QByteArray &text)
{
    return Buffer(BIO_new_mem_buf(text.constData(), int(text.size())));
}

Certificate certificateOf(const Identity &identity)
{
    return Certificate(
        PEM_read_bio_X509(bufferOf(identity.certificate).get(), nullptr, nullptr, nullptr));
}

Key keyOf(const Identity &identity)
{
    return Key(PEM_read_bio_PrivateKey(bufferOf(identity.key).get(), nullptr, nullptr, nullptr));
}

void extend(X509 *certificate, X509 *issuer, int what, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, what, value));
    X509_add_ext(certificate, extension.get(), -1);
}

Identity made(const Identity *ca, Validity validity)
{
    static long serial = 1;
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    X509 *made = certificate.get();
    X509_set_version(made, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(made), ++serial);
    const long shift = validity == Validity::Expired ? -2 : validity == Validity::NotYet ? 2 : 0;
    X509_gmtime_adj(X509_getm_notBefore(made), shift * day - 60);
    X509_gmtime_adj(X509_getm_notAfter(made), (shift + 1) * day);
    X509_set_pubkey(made, key.get());
    X509_NAME *name = X509_get_subject_name(made);
    const auto *words = reinterpret_cast<const unsigned char *>(ca ? "leaf" : "issuer");
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, words, -1, -1, 0);
    const Certificate issuer = ca ? certificateOf(*ca) : nullptr;
    const Key issuerKey = ca ? keyOf(*ca) : nullptr;
    X509_set_issuer_name(made, X509_get_subject_name(issuer ? issuer.get() : made));
    extend(made, issuer ? issuer.get() : made, NID_subject_alt_name, "IP:127.0.0.1");
    if (!ca)
        extend(made, made, NID_basic_constraints, "critical,CA:TRUE");
    X509_sign(made, issuerKey ? issuerKey.get() : key.get(), EVP_sha256());
    const Buffer text(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(text.get(), made);
    const Buffer keyText(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return {textOf(text.get()), textOf(keyText.get())};
}

} // namespace

Identity selfSigned(Validity validity)
{
    return made(nullptr, validity);
}

Identity signedBy(const Identity &ca, Validity validity)
{
    return made(&ca, validity);
}

QByteArray revocationOf(const Identity &revoked, const Identity &ca)
{
    const Certificate issuer = certificateOf(ca);
    const Certificate certificate = certificateOf(revoked);
    const RevocationList list(X509_CRL_new());
    X509_CRL_set_version(list.get(), 1);
    X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(issuer.get()));
    const Time now(ASN1_TIME_adj(nullptr, time(nullptr), 0, -60));
    const Time later(ASN1_TIME_adj(nullptr, time(nullptr), 1, 0));
    X509_CRL_set1_lastUpdate(list.get(), now.get());
    X509_CRL_set1_nextUpdate(list.get(), later.get());
    X509_REVOKED *entry = X509_REVOKED_new();
    X509_REVOKED_set_serialNumber(entry, X509_get_serialNumber(certificate.get()));
    X509_REVOKED_set_revocationDate(entry, now.get());
    X509_CRL_add0_revoked(list.get(), entry);
    X509_CRL_sort(list.get());
    X509_CRL_sign(list.get(), keyOf(ca).get(), EVP_sha256());
    const Buffer text(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509_CRL(text.get(), list.get());
    return textOf(text.get());
}

} // namespace meshwright::test
