// SPDX-License-Identifier: Apache-2.0
#include "ui/recovery/draft.h"

#include "ui/text/text.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <filesystem>

namespace meshwright::ui {

namespace {

constexpr int formatVersion = 1;
const QString versionKey = QStringLiteral("meshwrightDraft");

/// A path that stays inside its workspace.
bool isInside(const std::string &file)
{
    const std::filesystem::path path(file);
    return !path.is_absolute() && !path.empty() &&
           std::ranges::none_of(path, [](const auto &part) { return part == ".."; });
}

struct Drafts
{
    Q_DECLARE_TR_FUNCTIONS(Recovery)
};

tl::unexpected<Error> broken(const QString &why)
{
    return tl::unexpected(Error{Error::Code::Invalid, fromQt(why), {}});
}

} // namespace

QString draftName(const std::string &workspace, const std::string &file)
{
    const QByteArray whole = QByteArray::fromStdString(workspace + '\n' + file);
    const QByteArray hash = QCryptographicHash::hash(whole, QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(32)) + QLatin1String(draftSuffix);
}

std::string hashOf(std::string_view bytes)
{
    const QByteArrayView view(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return QCryptographicHash::hash(view.toByteArray(), QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

std::string draftBytes(const Draft &draft)
{
    const QJsonObject head{
        {versionKey, formatVersion},
        {QStringLiteral("workspace"), toQt(draft.workspace)},
        {QStringLiteral("file"), toQt(draft.file)},
        {QStringLiteral("base"), toQt(draft.baseHash)},
        {QStringLiteral("caret"), static_cast<qint64>(draft.caret)},
        {QStringLiteral("written"), static_cast<qint64>(draft.writtenAt)},
        {QStringLiteral("kept"), draft.isKept},
        {QStringLiteral("sha256"), toQt(hashOf(draft.text))},
    };
    return QJsonDocument(head).toJson(QJsonDocument::Compact).toStdString() + "\n" + draft.text;
}

Result<Draft> readDraft(std::string_view bytes)
{
    const std::size_t headEnd = bytes.find('\n');
    if (headEnd == std::string_view::npos)
        return broken(Drafts::tr("its first line is cut"));
    const QByteArray line(bytes.data(), static_cast<qsizetype>(headEnd));
    const QJsonDocument json = QJsonDocument::fromJson(line);
    const QJsonObject head = json.object();
    const QJsonValue version = head.value(versionKey);
    if (!version.isDouble())
        return broken(Drafts::tr("its first line is damaged"));
    if (version.toInt() > formatVersion)
        return tl::unexpected(
            Error{Error::Code::Conflict,
                  fromQt(Drafts::tr("a newer version of Meshwright wrote it (format %1)")
                             .arg(version.toInt())),
                  {}});
    const auto text = [&](const char *key) {
        return fromQt(head.value(QLatin1String(key)).toString());
    };
    Draft draft;
    draft.workspace = text("workspace");
    draft.file = text("file");
    draft.baseHash = text("base");
    draft.caret = static_cast<std::uint64_t>(head.value(QLatin1String("caret")).toInteger());
    draft.writtenAt = head.value(QLatin1String("written")).toInteger();
    draft.isKept = head.value(QLatin1String("kept")).toBool();
    draft.text = bytes.substr(headEnd + 1);
    if (version.toInt() != formatVersion || draft.workspace.empty() || !isInside(draft.file))
        return broken(Drafts::tr("its first line is damaged"));
    if (hashOf(draft.text) != text("sha256"))
        return broken(Drafts::tr("its text is cut or was changed"));
    return draft;
}

} // namespace meshwright::ui
