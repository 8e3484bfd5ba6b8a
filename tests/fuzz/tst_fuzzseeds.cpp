// SPDX-License-Identifier: Apache-2.0
// What the fuzz targets begin with, and all that ever made one of them fail, given to each target:
// the core survives it (under ASan and UBSan too), and the target's own conditions hold.
#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <cstdint>

extern "C" {
int fuzz_avro(const std::uint8_t *data, std::size_t size);
int fuzz_document(const std::uint8_t *data, std::size_t size);
int fuzz_jsonschema(const std::uint8_t *data, std::size_t size);
int fuzz_protobuf(const std::uint8_t *data, std::size_t size);
int fuzz_references(const std::uint8_t *data, std::size_t size);
int fuzz_yaml(const std::uint8_t *data, std::size_t size);
}

namespace {

using Target = int (*)(const std::uint8_t *, std::size_t);

struct NamedTarget
{
    const char *name;
    Target run;
};

constexpr NamedTarget targets[] = {
    {"avro", fuzz_avro},         {"document", fuzz_document},     {"jsonschema", fuzz_jsonschema},
    {"protobuf", fuzz_protobuf}, {"references", fuzz_references}, {"yaml", fuzz_yaml},
};

} // namespace

class TestFuzzSeeds : public QObject
{
    Q_OBJECT

private slots:

    void survives_data()
    {
        QTest::addColumn<QString>("path");
        for (const NamedTarget &target : targets) {
            QDirIterator seeds(QStringLiteral(MESHWRIGHT_FUZZ_SEEDS "/%1").arg(target.name),
                               QDir::Files);
            QVERIFY2(seeds.hasNext(), target.name);
            while (seeds.hasNext()) {
                seeds.next();
                QTest::addRow("%s", qPrintable(seeds.fileName())) << seeds.filePath();
            }
        }
    }

    /// Every target gets every seed: what one can't read is an odd input for it.
    void survives()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.isEmpty());
        for (const NamedTarget &target : targets)
            target.run(reinterpret_cast<const std::uint8_t *>(bytes.constData()),
                       static_cast<std::size_t>(bytes.size()));
    }
};

QTEST_APPLESS_MAIN(TestFuzzSeeds)
#include "tst_fuzzseeds.moc"
