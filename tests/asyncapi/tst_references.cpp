// SPDX-License-Identifier: Apache-2.0
#include "meshwright/asyncapi/files.h"
#include "meshwright/workspace/workspace.h"

#include <QTest>

using namespace meshwright;
using namespace meshwright::asyncapi;

Q_DECLARE_METATYPE(meshwright::asyncapi::Resolution::Status)

using Status = Resolution::Status;

class TestReferences : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        m_workspace = Workspace::fromTexts({
            {"root.yaml", "top: rootfile\n"},
            {"shop/api.yaml", "a: found\n"
                              "a/b: slash\n"
                              "'m~n': tilde\n"
                              "'': empty\n"
                              "'with space': spaced\n"
                              "list: [zero, {one: 1}]\n"
                              "near: {$ref: '#/a'}\n"
                              "far: {$ref: '../lib/types.yaml#/types/money'}\n"
                              "round: {$ref: '../lib/types.yaml#/back'}\n"
                              "self: {$ref: '#/self'}\n"
                              "ping: {$ref: '#/pong'}\n"
                              "pong: {$ref: '#/ping'}\n"
                              "inside: {$ref: '#/inside/x'}\n"
                              "through: {$ref: '#/box'}\n"
                              "box: {key: boxed, again: {$ref: '#/through/key'}}\n"
                              "anchored: &n {deep: anchored}\n"
                              "alias: *n\n"
                              "merged: {<<: *n, own: 1}\n"
                              "none: null\n"},
            {"lib/types.yaml", "types: {money: amount}\nback: {$ref: '../shop/api.yaml#/round'}\n"},
            {"lib/with space.yaml", "a: 1\n"},
            {"lib/empty.yaml", ""},
            {"lib/cut.yaml", "a: 1\nb: [1\nc: 2\n"},
            {"lib/key.avsc", "{\"type\": \"record\"}"},
            {"lib/draft.proto", "syntax = \"proto3\";"},
        });
    }

    void resolve_data()
    {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<Status>("status");
        QTest::addColumn<QString>("result"); // file, and a scalar's value
        const auto row = [](const char *reference, Status status, const char *result) {
            QTest::newRow(reference) << QString(reference) << status << QString(result);
        };
        row("#/a", Status::Found, "shop/api.yaml found");
        row("#/a~1b", Status::Found, "shop/api.yaml slash");
        row("#/a%7E1b", Status::Found, "shop/api.yaml slash");
        row("#/m~0n", Status::Found, "shop/api.yaml tilde");
        row("#/", Status::Found, "shop/api.yaml empty");
        row("#/with%20space", Status::Found, "shop/api.yaml spaced");
        row("#/with space", Status::Found, "shop/api.yaml spaced");
        row("#/list/0", Status::Found, "shop/api.yaml zero");
        row("#/list/1/one", Status::Found, "shop/api.yaml 1");
        row("#/list/00", Status::NoTarget, "shop/api.yaml");
        row("#/list/2", Status::NoTarget, "shop/api.yaml");
        row("#/list/-", Status::NoTarget, "shop/api.yaml");
        row("#/near", Status::Found, "shop/api.yaml found");
        row("#/far", Status::Found, "lib/types.yaml amount");
        row("#/alias/deep", Status::Found, "shop/api.yaml anchored");
        row("#/merged/deep", Status::Found, "shop/api.yaml anchored");
        row("#/through/key", Status::Found, "shop/api.yaml boxed");
        row("#/through/again", Status::Found, "shop/api.yaml boxed");
        row("#/none", Status::Found, "shop/api.yaml null");
        row("#", Status::Found, "shop/api.yaml");
        row("../lib/cut.yaml#/c", Status::Foreign, "lib/cut.yaml");
        row("api.yaml#/a", Status::Found, "shop/api.yaml found");
        row("./api.yaml#/a", Status::Found, "shop/api.yaml found");
        row("../shop/./api.yaml#/a", Status::Found, "shop/api.yaml found");
        row("../root.yaml#/top", Status::Found, "root.yaml rootfile");
        row("../lib/with%20space.yaml#/a", Status::Found, "lib/with space.yaml 1");
        row("../lib/key.avsc#/type", Status::Found, "lib/key.avsc record");
        row("/lib/key.avsc#/type", Status::Found, "lib/key.avsc record");
        row("../lib/draft.proto", Status::Foreign, "lib/draft.proto");
        row("#/self", Status::Cycle, "");
        row("#/ping", Status::Cycle, "");
        row("#/round", Status::Cycle, "");
        row("#/inside", Status::Cycle, "");
        row("#/b", Status::NoTarget, "shop/api.yaml");
        row("#/a/deeper", Status::NoTarget, "shop/api.yaml");
        row("../lib/empty.yaml", Status::NoTarget, "lib/empty.yaml");
        row("../lib/gone.yaml", Status::NoFile, "lib/gone.yaml");
        row("../../secret.yaml", Status::Outside, "");
        row("../shop/../../shop/api.yaml", Status::Outside, "");
        row("%2e%2e/%2e%2e/etc/passwd", Status::Outside, "");
        row("/etc/passwd", Status::Outside, "shop/etc/passwd");
        row("file:///etc/passwd", Status::Outside, "");
        row("C:\\secret.yaml", Status::Outside, "");
        row("https://example.com/a.yaml", Status::Network, "");
        row("http://example.com/a.yaml#/a", Status::Network, "");
        row("//example.com/a.yaml", Status::Network, "");
        row("#a", Status::Malformed, "shop/api.yaml");
        row("#/a~2", Status::Malformed, "shop/api.yaml");
        row("#/%zz", Status::Malformed, "shop/api.yaml");
        row("%0", Status::Malformed, "");
        row("%00", Status::Malformed, "");
    }

    void resolve()
    {
        QFETCH(QString, reference);
        QFETCH(Status, status);
        QFETCH(QString, result);
        const auto found = resolveReference(*m_workspace, "shop/api.yaml", reference.toStdString());
        QCOMPARE(static_cast<int>(found.status), static_cast<int>(status));
        auto text = found.file;
        if (found.node && found.node->scalarText())
            text += " " + std::string(*found.node->scalarText());
        QCOMPARE(QString::fromStdString(text), result);
        const bool isFine = status == Status::Found || status == Status::Foreign;
        QCOMPARE(found.message.empty(), isFine);
        QCOMPARE(found.document != nullptr, status == Status::Found);
    }

    /// References whose every step goes through others must not take exponential time.
    void hostileChains()
    {
        std::string text;
        for (int i = 0; i < 60; ++i)
            text +=
                "a" + std::to_string(i) + ": {$ref: '#/a" + std::to_string(i + 1) + "/x/x/x'}\n";
        text += "a60: {x: {x: {x: {$ref: '#/a0'}}}}\n";
        const auto workspace = Workspace::fromTexts({{"a.yaml", text}});
        const auto found = resolveReference(*workspace, "a.yaml", "#/a0");
        QVERIFY(found.status != Status::Found);
    }

private:
    WorkspacePtr m_workspace;
};

QTEST_APPLESS_MAIN(TestReferences)
#include "tst_references.moc"
