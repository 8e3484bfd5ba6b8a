// SPDX-License-Identifier: Apache-2.0
// The list of what users will check names tests that are there, and these name its numbers.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <map>
#include <set>

namespace {

using Marks = std::map<QString, std::set<int>>; ///< by "file function"

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What the list says: `tst_file` `function`, `function`; `tst_other` `function`.
Marks listed()
{
    static const QRegularExpression rowStart(QStringLiteral("^\\| (\\d+) \\|"));
    static const QRegularExpression word(QStringLiteral("`([A-Za-z0-9_]+)`"));
    Marks marks;
    for (const QString &row :
         textOf(QStringLiteral(MESHWRIGHT_DOCS "/acceptance.md")).split(u'\n')) {
        const auto start = rowStart.match(row);
        if (!start.hasMatch())
            continue;
        QString file;
        for (const auto &match : word.globalMatch(row.section(u'|', 3, 3))) {
            const QString name = match.captured(1);
            if (name.startsWith(QLatin1String("tst_")))
                file = name;
            else
                marks[file + u' ' + name].insert(start.captured(1).toInt());
        }
    }
    return marks;
}

/// What the tests say: `/// Acceptance 3` or `// Acceptance 3, 4` right above a function.
Marks marked()
{
    static const QRegularExpression mark(QStringLiteral(
        "// Acceptance ([0-9, ]+)\\n(?: *//[^\\n]*\\n)* *void (?:\\w+::)?(\\w+)\\(\\)"));
    Marks marks;
    QDirIterator files(QStringLiteral(MESHWRIGHT_TESTS), {QStringLiteral("tst_*.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString text = textOf(files.next());
        for (const auto &match : mark.globalMatch(text))
            for (const QString &number : match.captured(1).split(u','))
                marks[files.fileInfo().baseName() + u' ' + match.captured(2)].insert(
                    number.trimmed().toInt());
    }
    return marks;
}

QStringList described(const Marks &marks)
{
    QStringList lines;
    for (const auto &[test, numbers] : marks)
        for (const int number : numbers)
            lines.append(test + u' ' + QString::number(number));
    return lines;
}

} // namespace

class TestAcceptance : public QObject
{
    Q_OBJECT

private slots:

    void theListAndTheTestsAgree()
    {
        QVERIFY(listed().size() > 30);
        QCOMPARE(described(marked()), described(listed()));
    }
};

QTEST_APPLESS_MAIN(TestAcceptance)
#include "tst_acceptance.moc"
