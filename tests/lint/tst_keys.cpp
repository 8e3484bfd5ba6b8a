// SPDX-License-Identifier: Apache-2.0
// What is found after a key is what is found in a text that is opened anew.
#include "meshwright/lint/lint.h"
#include "support/typist.h"

#include <QFile>
#include <QTest>

using namespace meshwright;
using namespace meshwright::test;

namespace {

constexpr const char *path = "a.yaml";

std::vector<Diagnostic> findingsIn(const WorkspacePtr &workspace)
{
    return lintFile(*buildTopology(workspace), path);
}

} // namespace

class TestKeys : public QObject
{
    Q_OBJECT

private slots:

    void findWhatAFreshReadingFinds()
    {
        constexpr qint64 longest = 12'000;
        constexpr int keysInARow = 8;
        Typist typist(7);
        int compared = 0;
        for (const QString &name : corpus(QStringLiteral(MESHWRIGHT_TEST_DATA))) {
            QFile file(name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            if (file.size() > longest || !file.peek(200).contains("asyncapi"))
                continue;
            std::string text = file.readAll().toStdString();
            auto workspace = Workspace::fromTexts({{path, text}});
            for (int i = 0; i < keysInARow; ++i) {
                std::string next = typist.edited(text);
                const auto typed = workspace->withText(path, makeText(next));
                const auto fresh = Workspace::fromTexts({{path, next}});
                const yaml::DocumentPtr document = fresh->file(path)->document;
                if (!document || !document->isComplete())
                    continue; // as undone
                ++compared;
                if (findingsIn(typed) != findingsIn(fresh))
                    QFAIL(qPrintable(name + ", then\n" + QString::fromStdString(next)));
                workspace = typed;
                text = std::move(next);
            }
        }
        QVERIFY(compared > 100);
    }
};

QTEST_APPLESS_MAIN(TestKeys)
#include "tst_keys.moc"
