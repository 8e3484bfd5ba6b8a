// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/session/session.h"
#include "ui/text/text.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <map>
#include <string>

namespace meshwright::test {

inline const char *const salesSpec = R"(asyncapi: '2.5.0'
id: 'urn:acme.sales'
info:
  title: Sales
  version: '1.0.0'
channels:
  # every sale
  _public.sale:
    bindings:
      kafka:
        partitions: 3
    publish:
      message:
        payload:
          type: string
  _private.draft:
    publish:
      message:
        payload:
          type: string
)";

inline const char *const stockSpec = R"(asyncapi: '2.5.0'
id: 'urn:acme.stock'
info:
  title: Stock
  version: '1.0.0'
channels:
  acme.sales._public.sale:
    subscribe:
      message:
        payload:
          type: string
)";

using Texts = std::map<std::string, std::string>;

/// Settings for a test that counts findings.
inline const Texts::value_type withoutAdvice{"meshwright.yaml",
                                             "version: 1\nchecks: {advice: off}\n"};

/// A folder with texts, and a session that has it open.
class SessionFixture
{
public:
    explicit SessionFixture(const Texts &texts = {{"sales.yaml", salesSpec},
                                                  {"stock.yaml", stockSpec}})
    {
        for (const auto &[path, text] : texts)
            write(path, text);
    }

    bool open()
    {
        QSignalSpy opened(&session, &ui::Session::opened);
        session.open(folder.path());
        return (!opened.isEmpty() || opened.wait(10000)) && settle();
    }

    /// Until the snapshot is of the newest texts.
    bool settle()
    {
        return QTest::qWaitFor([this] { return session.isUpToDate() && !session.isBusy(); }, 10000);
    }

    QString path(const std::string &file) const
    {
        return folder.filePath(QString::fromStdString(file));
    }

    void write(const std::string &file, const std::string &text) const
    {
        QDir().mkpath(QFileInfo(path(file)).path());
        QFile out(path(file));
        if (out.open(QIODevice::WriteOnly))
            out.write(text.data(), static_cast<qint64>(text.size()));
    }

    std::string onDisk(const std::string &file) const
    {
        QFile in(path(file));
        return in.open(QIODevice::ReadOnly) ? in.readAll().toStdString() : std::string("?");
    }

    std::string bytes(const std::string &file) const { return session.text(file)->bytes(); }

    /// The edit that replaces the first `from` by `to`.
    WorkspaceEdit replacing(const std::string &file, const std::string &from,
                            const std::string &to) const
    {
        const std::size_t at = bytes(file).find(from);
        return {{{file, {{{at, at + from.size()}, to}}}}};
    }

    int findings(const std::string &rule) const
    {
        int count = 0;
        for (const Diagnostic &diagnostic : *session.snapshot().diagnostics)
            count += diagnostic.rule == rule ? 1 : 0;
        return count;
    }

    QTemporaryDir folder;
    ui::Session session;
};

} // namespace meshwright::test
