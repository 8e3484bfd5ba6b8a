// SPDX-License-Identifier: Apache-2.0
#include "meshwright/text/textfile.h"

#include "support/unprivileged.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace meshwright;

class TestTextFile : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void keepsBytes_data();
    void keepsBytes();
    void decodesUtf16();
    void refusesContent_data();
    void refusesContent();
    void refusesKinds();
    void tellsMissing();
    void tellsDenied();
    void refusesTooLarge();
    void writesNewFile();
    void keepsModeAndLink();
    void keepsOldFileWhenRefused();
    void refusesReadOnlyFile();

private:
    std::filesystem::path path(const char *name) const
    {
        return m_folder->path().toStdString() + "/" + name;
    }

    std::filesystem::path write(const char *name, const QByteArray &bytes) const
    {
        QFile file(QString::fromStdString(path(name).string()));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return path(name);
    }

    static QByteArray bytesOf(const std::filesystem::path &path)
    {
        QFile file(QString::fromStdString(path.string()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("?");
    }

    int fileCount() const
    {
        const std::filesystem::directory_iterator files(path(""));
        return int(std::distance(begin(files), end(files)));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestTextFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QVERIFY(::chmod(path("").c_str(), 0777) == 0);
}

void TestTextFile::keepsBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("encoding");
    const auto utf8 = int(Encoding::Utf8);
    const auto little = int(Encoding::Utf16LittleEndian);
    const auto big = int(Encoding::Utf16BigEndian);
    QTest::newRow("empty") << QByteArray() << utf8;
    QTest::newRow("mixed line ends") << QByteArray("a\r\nb\rc\n\n") << utf8;
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "a: 1\n")
                                     << utf8;
    QTest::newRow("UTF-16 LE") << QByteArray("\xFF\xFE"
                                             "a\0\xFC\0\x3D\xD8\x00\xDE\n\0",
                                             12)
                               << little;
    QTest::newRow("UTF-16 BE") << QByteArray("\xFE\xFF\0a\0\xFC\xD8\x3D\xDE\x00\0\n", 12) << big;
}

void TestTextFile::keepsBytes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, encoding);
    const auto file = readTextFile(write("a.yaml", bytes));
    QVERIFY(file);
    QCOMPARE(int(file->encoding), encoding);
    QCOMPARE(encoded(*file->text, file->encoding), bytes.toStdString());
    QVERIFY(writeFileAtomically(path("b.yaml"), encoded(*file->text, file->encoding)));
    QCOMPARE(bytesOf(path("b.yaml")), bytes);
}

void TestTextFile::decodesUtf16()
{
    const QByteArray bytes("\xFF\xFE"
                           "a\0\xFC\0\xAC\x20\x3D\xD8\x00\xDE",
                           12);
    const auto file = readTextFile(write("a.yaml", bytes));
    QVERIFY(file);
    QCOMPARE(file->text->bytes(), std::string("\uFEFF"
                                              "a\u00FC\u20AC\U0001F600"));
}

void TestTextFile::refusesContent_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("NUL") << QByteArray("a\nb\0c", 5) << QByteArray(":2");
    QTest::newRow("stray byte") << QByteArray("a\nb\n\xFF") << QByteArray(":3");
    QTest::newRow("Latin-1") << QByteArray("gr\xFC"
                                           "n")
                             << QByteArray(":1");
    QTest::newRow("overlong") << QByteArray("\xC0\x80") << QByteArray(":1");
    QTest::newRow("overlong of three") << QByteArray("\xE0\x80\x80") << QByteArray(":1");
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << QByteArray(":1");
    QTest::newRow("too large a code point") << QByteArray("\xF4\x90\x80\x80") << QByteArray(":1");
    QTest::newRow("cut off") << QByteArray("12345678\xE2\x82") << QByteArray(":1");
    QTest::newRow("half a surrogate pair")
        << QByteArray("\xFF\xFE\n\0\x3D\xD8", 6) << QByteArray(":2");
    QTest::newRow("odd UTF-16") << QByteArray("\xFF\xFE"
                                              "a",
                                              3)
                                << QByteArray(":1");
}

void TestTextFile::refusesContent()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, line);
    const auto file = readTextFile(write("a.yaml", bytes));
    QVERIFY(!file);
    QCOMPARE(file.error().code, Error::Code::Invalid);
    QCOMPARE(file.error().where, path("a.yaml").string() + line.toStdString());
}

void TestTextFile::refusesKinds()
{
    QVERIFY(::mkfifo(path("fifo").c_str(), 0666) == 0);
    for (const auto &special : {path("fifo"), path(""), std::filesystem::path("/dev/zero")}) {
        const auto file = readTextFile(special);
        QVERIFY(!file);
        QCOMPARE(file.error().code, Error::Code::Invalid);
        const auto written = writeFileAtomically(special, "x");
        QVERIFY(!written);
        QCOMPARE(written.error().code, Error::Code::Invalid);
    }
}

void TestTextFile::tellsMissing()
{
    QCOMPARE(readTextFile(path("none.yaml")).error().code, Error::Code::NotFound);
    QCOMPARE(writeFileAtomically(path("none/a.yaml"), "x").error().code, Error::Code::NotFound);
}

void TestTextFile::tellsDenied()
{
    const auto file = write("a.yaml", "a");
    QVERIFY(::chmod(file.c_str(), 0) == 0);
    const test::Unprivileged nobody;
    QCOMPARE(readTextFile(file).error().code, Error::Code::Denied);
}

void TestTextFile::refusesTooLarge()
{
    const auto file = write("a.yaml", "");
    QVERIFY(::truncate(file.c_str(), off_t(maximumFileSize) + 1) == 0);
    const auto text = readTextFile(file);
    QVERIFY(!text);
    QCOMPARE(text.error().code, Error::Code::Invalid);
    QVERIFY(text.error().message.find("64 MB") != std::string::npos);
}

void TestTextFile::writesNewFile()
{
    QVERIFY(writeFileAtomically(path("a.yaml"), "one"));
    QCOMPARE(bytesOf(path("a.yaml")), QByteArray("one"));
    QVERIFY(writeFileAtomically(path("a.yaml"), "two"));
    QCOMPARE(bytesOf(path("a.yaml")), QByteArray("two"));
    QCOMPARE(fileCount(), 1);
}

void TestTextFile::keepsModeAndLink()
{
    const auto file = write("a.yaml", "old");
    QVERIFY(::chmod(file.c_str(), 0640) == 0);
    QVERIFY(::symlink("a.yaml", path("link.yaml").c_str()) == 0);
    QVERIFY(::symlink("new.yaml", path("dangling.yaml").c_str()) == 0);
    QVERIFY(writeFileAtomically(path("link.yaml"), "new"));
    QVERIFY(std::filesystem::is_symlink(path("link.yaml")));
    QCOMPARE(bytesOf(file), QByteArray("new"));

    struct stat status
    {};

    QVERIFY(::stat(file.c_str(), &status) == 0);
    QCOMPARE(status.st_mode & 07777U, 0640U);
    QVERIFY(writeFileAtomically(path("dangling.yaml"), "x"));
    QCOMPARE(bytesOf(path("new.yaml")), QByteArray("x"));
}

void TestTextFile::keepsOldFileWhenRefused()
{
    const auto file = write("a.yaml", "old");
    QVERIFY(::chmod(file.c_str(), 0666) == 0);
    QVERIFY(::chmod(path("").c_str(), 0555) == 0);
    {
        const test::Unprivileged nobody;
        QCOMPARE(writeFileAtomically(file, "new").error().code, Error::Code::Denied);
    }
    QCOMPARE(bytesOf(file), QByteArray("old"));
    QVERIFY(::chmod(path("").c_str(), 0777) == 0);
    QCOMPARE(fileCount(), 1);
}

void TestTextFile::refusesReadOnlyFile()
{
    const auto file = write("a.yaml", "old");
    QVERIFY(::chmod(file.c_str(), 0444) == 0);
    const test::Unprivileged nobody;
    QCOMPARE(writeFileAtomically(file, "new").error().code, Error::Code::Denied);
    QCOMPARE(bytesOf(file), QByteArray("old"));
}

QTEST_GUILESS_MAIN(TestTextFile)
#include "tst_textfile.moc"
