// SPDX-License-Identifier: Apache-2.0
// What must hold for every symbol of every document that the tests and the samples have: a new name
// and the old one again give the exact bytes, no finding appears, and nothing of the old name is
// left.
#include "marked.h"
#include "renaming.h"

#include "meshwright/lint/lint.h"
#include "meshwright/text/textfile.h"

#include <QDirIterator>
#include <QTest>

#include <algorithm>
#include <cctype>
#include <set>

using namespace meshwright;
using namespace meshwright::symbols;

namespace {

using Texts = std::map<std::string, std::string>;

/// The documents of a folder as one workspace.
Texts textsBelow(const QString &folder)
{
    Texts texts;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const auto path = files.next();
        if (const auto file = readTextFile(path.toStdString()))
            texts[path.mid(folder.size() + 1).toStdString()] = file->text->bytes();
    }
    return texts;
}

std::string newNameFor(const Symbol &symbol)
{
    switch (symbol.kind) {
    case Kind::Topic:
        return symbol.name + ".renamed";
    case Kind::Context: // its last part; ids of which one begins another are found fault with
        return symbol.name.substr(0, symbol.name.rfind('.') + 1) + "zz-renamed";
    case Kind::Domain:
        return "zz-" + symbol.name;
    default:
        return "zzRenamed";
    }
}

std::multiset<std::pair<std::string, std::string>> findingsOf(const Topology &topology)
{
    std::multiset<std::pair<std::string, std::string>> all;
    for (const auto &each : lint(topology))
        all.emplace(each.file, each.rule);
    return all;
}

bool isFineName(const std::string &name)
{
    return !name.starts_with('.') && !name.ends_with('.') &&
           std::all_of(name.begin(), name.end(), [](unsigned char c) {
               return std::isalnum(c) != 0 || c == '.' || c == '_' || c == '-';
           });
}

/// A sample of the symbols, some of every kind; MESHWRIGHT_EVERY_SYMBOL asks for all.
std::vector<Symbol> some(const std::vector<Symbol> &all)
{
    constexpr std::size_t enough = 10; // of one kind
    std::map<Kind, std::vector<Symbol>> byKind;
    for (const auto &each : all)
        byKind[each.kind].push_back(each);
    std::vector<Symbol> chosen;
    for (const auto &[kind, symbols] : byKind) {
        const bool isAll = qEnvironmentVariableIsSet("MESHWRIGHT_EVERY_SYMBOL");
        const auto step = isAll ? 1 : std::max<std::size_t>(1, symbols.size() / enough);
        for (std::size_t i = 0; i < symbols.size(); i += step)
            chosen.push_back(symbols[i]);
    }
    return chosen;
}

std::vector<Symbol> renamable(const SymbolIndex &index)
{
    std::vector<Symbol> all;
    for (const auto &each : index.symbols)
        if (checkRenamable(index, each))
            all.push_back(each);
    for (const auto &domain : index.topology->domains())
        all.push_back({Kind::Domain, domain, {}});
    return all;
}

/// What stands under the name after the rename.
Symbol renamedSymbol(const SymbolIndex &after, const Symbol &symbol, const WorkspaceEdit &edit,
                     const std::string &name)
{
    Symbol result{symbol.kind, name, {}};
    if (symbol.home.file.empty())
        return result;
    const auto edits = edit.files.find(symbol.home.file);
    auto begin = symbol.home.range.begin;
    if (edits != edit.files.end())
        for (const auto &each : edits->second)
            if (each.range.end <= symbol.home.range.begin)
                begin += each.replacement.size() - each.range.size();
    for (const auto &each : after.symbols)
        if (each.kind == symbol.kind && each.name == name && each.home.file == symbol.home.file &&
            each.home.range.begin + 1 >= begin && each.home.range.begin <= begin + 1)
            result = each;
    return result;
}

class Company
{
public:
    explicit Company(Texts texts)
        : m_texts(std::move(texts))
        , m_index(indexOf(m_texts))
        , m_findings(findingsOf(*m_index->topology))
    {}

    const SymbolIndex &index() const { return *m_index; }

    /// What does not hold, or empty.
    std::string tryOn(const Symbol &symbol)
    {
        const auto name = newNameFor(symbol);
        const auto edit = renameEdits(*m_index, symbol, name);
        if (!edit) {
            ++refused;
            return edit.error().message.empty() ? "refused without a word" : "";
        }
        ++renamed;
        const auto texts = applied(m_texts, *edit);
        const auto after = indexOf(texts);
        const auto findings = findingsOf(*after->topology);
        for (const auto &each : findings)
            if (findings.count(each) > m_findings.count(each))
                return "new finding " + each.second + " in " + each.first;
        const auto left = usagesOf(*after, symbol).size();
        if (symbol.home.file.empty() && left > 0)
            return "the old name is left at " +
                   printed(*after->topology->workspace, usagesOf(*after, symbol).front().place);
        const auto now = renamedSymbol(*after, symbol, *edit, name);
        if (usagesOf(*after, now).size() != usagesOf(*m_index, symbol).size())
            return "used at " + std::to_string(usagesOf(*m_index, symbol).size()) +
                   " places before, and at " + std::to_string(usagesOf(*after, now).size()) +
                   " after";
        const auto back = renameEdits(*after, now, symbol.name);
        if (!back && !isFineName(symbol.name))
            return {}; // a name that is found fault with is not given again
        if (!back)
            return "not back: " + back.error().message + " " + back.error().where;
        const auto again = applied(texts, *back);
        for (const auto &[file, text] : m_texts)
            if (again.at(file) != text)
                return "other bytes in " + file;
        return {};
    }

    int renamed = 0;
    int refused = 0;

private:
    Texts m_texts;
    SymbolIndexPtr m_index;
    std::multiset<std::pair<std::string, std::string>> m_findings;
};

} // namespace

class TestRenameEverything : public QObject
{
    Q_OBJECT

private slots:

    void thereAndBack_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<int>("least");
        const QString data = QStringLiteral(MESHWRIGHT_TEST_DATA);
        QTest::newRow("sample") << QStringLiteral(MESHWRIGHT_SAMPLES "/acme") << 40;
        QTest::newRow("asyncapi") << data + "/asyncapi" << 20;
        QTest::newRow("documents") << data + "/documents" << 0;
        for (const auto *name : {"docs", "edge", "readme", "repo"})
            QTest::newRow(name) << data + "/specmesh/" + QLatin1String(name) << 0;
        QDir conformance(data + "/conformance");
        for (const auto &name : conformance.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::newRow(qPrintable(name)) << conformance.filePath(name) << 0;
    }

    void thereAndBack()
    {
        QFETCH(QString, folder);
        QFETCH(int, least);
        Company company(textsBelow(folder));
        for (const auto &symbol : some(renamable(company.index()))) {
            const auto fault = company.tryOn(symbol);
            QVERIFY2(fault.empty(), (symbol.name + ": " + fault).c_str());
        }
        QVERIFY2(company.renamed >= least,
                 qPrintable(
                     QString("%1 renamed, %2 refused").arg(company.renamed).arg(company.refused)));
    }
};

QTEST_GUILESS_MAIN(TestRenameEverything)
#include "tst_renameeverything.moc"
