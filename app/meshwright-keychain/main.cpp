// SPDX-License-Identifier: Apache-2.0
// One request to the keychain of who is logged in. Reads {"deed": read | write | erase, "name",
// "secret"} from the standard input, and answers {"secret"} or {"error", "why"} on the standard
// output. Nothing secret is in its arguments, its messages or its environment.
#include <qt6keychain/keychain.h>

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <cstdio>
#include <memory>

namespace {

constexpr auto service = "meshwright";
constexpr int longestWait = 120'000; // ms; somebody may have to unlock it

QJsonObject request()
{
    QFile in;
    return in.open(stdin, QIODevice::ReadOnly) ? QJsonDocument::fromJson(in.readAll()).object()
                                               : QJsonObject();
}

void answer(const QJsonObject &object)
{
    QFile out;
    if (out.open(stdout, QIODevice::WriteOnly))
        out.write(QJsonDocument(object).toJson(QJsonDocument::Compact));
    QCoreApplication::quit();
}

QJsonObject fault(const char *kind, const QString &why)
{
    return {{"error", kind}, {"why", why}};
}

QJsonObject faultOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return fault("not-found", {});
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return fault("denied", job.errorString());
    case QKeychain::NoBackendAvailable:
        return fault("failed", "none is running (the Secret Service or KWallet).");
    default:
        return fault("failed", job.errorString() + '.');
    }
}

std::unique_ptr<QKeychain::Job> jobFor(const QJsonObject &request)
{
    const QString deed = request["deed"].toString();
    if (deed == "read")
        return std::make_unique<QKeychain::ReadPasswordJob>(service);
    if (deed == "erase")
        return std::make_unique<QKeychain::DeletePasswordJob>(service);
    if (deed != "write")
        return nullptr;
    auto job = std::make_unique<QKeychain::WritePasswordJob>(service);
    job->setTextData(request["secret"].toString());
    return job;
}

QString secretOf(const QKeychain::Job &job)
{
    const auto *read = qobject_cast<const QKeychain::ReadPasswordJob *>(&job);
    return read ? read->textData() : QString();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QJsonObject asked = request();
    const auto job = jobFor(asked);
    const QString name = asked["name"].toString();
    if (!job || name.isEmpty()) {
        std::fputs("This program is asked by mw and meshwright; see 'mw keychain --help'.\n",
                   stderr);
        return 64;
    }
    job->setAutoDelete(false);
    job->setInsecureFallback(false);
    job->setKey(name);
    QObject::connect(job.get(), &QKeychain::Job::finished, [](const QKeychain::Job *done) {
        answer(done->error() == QKeychain::NoError ? QJsonObject{{"secret", secretOf(*done)}}
                                                   : faultOf(*done));
    });
    QTimer::singleShot(longestWait, [] {
        answer(fault("failed", "it did not answer within two minutes: unlock it first."));
    });
    job->start();
    return QCoreApplication::exec();
}
