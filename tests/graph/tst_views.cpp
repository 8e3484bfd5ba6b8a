// SPDX-License-Identifier: Apache-2.0
#include "meshwright/graph/views.h"

#include <QtTest>

using namespace meshwright;
using namespace meshwright::graph;

namespace {

View example()
{
    View view{"PII, downstream", {}, Focus{{"acme.finance.campaign"}, 2, Direction::Downstream}};
    view.filter.set(Facet::Tag, "pii", true);
    view.filter.set(Facet::Owner, "Growth, and more", true);
    return view;
}

const char *const written = "version: 1\nviews:\n  - name: 'PII, downstream'\n"
                            "    owners: ['Growth, and more']\n    tags: [pii]\n"
                            "    focus: {context: acme.finance.campaign, hops: 2, direction: "
                            "downstream}\n";

/// The file after the edit, or the error's code.
QString after(const QString &before, const Result<WorkspaceEdit> &edit)
{
    if (!edit)
        return "error " + QString::number(static_cast<int>(edit.error().code));
    std::map<std::string, std::string> texts;
    if (!before.isNull())
        texts[viewsFileName] = before.toStdString();
    const auto edited = Workspace::fromTexts(texts)->withEdit(*edit);
    return edited ? QString::fromStdString((*edited)->text(viewsFileName)->bytes()) : "refused";
}

WorkspacePtr with(const QString &text)
{
    return Workspace::fromTexts(
        text.isNull() ? std::map<std::string, std::string>()
                      : std::map<std::string, std::string>{{viewsFileName, text.toStdString()}});
}

std::vector<View> read(const QString &text, QStringList *told = nullptr)
{
    std::vector<SettingsProblem> problems;
    const auto views = readViews(with(text)->document(viewsFileName), problems);
    for (const SettingsProblem &problem : problems)
        if (told)
            *told << QString::fromStdString(problem.message);
    return views;
}

} // namespace

class TestViews : public QObject
{
    Q_OBJECT

private slots:

    void isWrittenAndReadAgain()
    {
        const QString text = after({}, saveView(*with({}), example()));
        QCOMPARE(text, QString(written));
        QStringList told;
        const auto views = read(text, &told);
        QCOMPARE(told, QStringList());
        QCOMPARE(views.size(), std::size_t(1));
        QVERIFY(views.front() == example());
    }

    void theRestOfTheFileStays()
    {
        const QString before = "# ours\nviews:\n- name: a # kept\n  tags: [x]\n\n- {name: b}\n";
        QCOMPARE(
            after(before, saveView(*with(before), {"c", {}, {}})),
            QString("# ours\nviews:\n- name: a # kept\n  tags: [x]\n\n- {name: b}\n- name: c\n"));
        View changed{"a", {}, Focus{{"acme.x"}, std::nullopt, Direction::Both}};
        QCOMPARE(after(before, saveView(*with(before), changed)),
                 QString("# ours\nviews:\n- name: a # kept\n  focus: {context: acme.x, hops: all, "
                         "direction: both}\n\n- {name: b}\n"));
        changed.name = "b";
        changed.focus.reset();
        changed.filter.set(Facet::Access, "public", true);
        QCOMPARE(after(before, saveView(*with(before), changed)),
                 QString("# ours\nviews:\n- name: a # kept\n  tags: [x]\n\n- {name: b, access: "
                         "[public]}\n"));
        QCOMPARE(after(before, removeView(*with(before), "a")),
                 QString("# ours\nviews:\n\n- {name: b}\n"));
        QCOMPARE(after(before, removeView(*with(before), "z")), QString("error 1"));
    }

    void whatIsNotOursStays()
    {
        const QString before = "views:\n  - name: a\n    note: mine # why\n    tags: [x] # these\n"
                               "    access: [public]\n";
        View changed{"a", {}, {}};
        changed.filter.set(Facet::Tag, "z", true);
        QCOMPARE(after(before, saveView(*with(before), changed)),
                 QString("views:\n  - name: a\n    note: mine # why\n    tags: [z] # these\n"));
    }

    void clevererFilesAreLeftAlone()
    {
        for (const char *text : {"base: &b {name: a}\nviews:\n- *b\n",
                                 "base: &b {tags: [x]}\nviews:\n- {<<: *b, name: a}\n"})
            QCOMPARE(after(text, saveView(*with(text), {"a", example().filter, {}})),
                     QString("error 0"));
        const QString half = "views:\n- name: a\n  tags: [x\n- name: b\n";
        QCOMPARE(after(half, removeView(*with(half), "b")), QString("error 0"));
    }

    void theFirstStandsBehindComments()
    {
        QVERIFY(after("# ours", saveView(*with("# ours"), example()))
                    .startsWith("# ours\nversion: 1\n"));
        const QString text = after("# ours\r\n", saveView(*with("# ours\r\n"), example()));
        QCOMPARE(text.count("\r\n"), text.count('\n'));
    }

    void emptyFilesAndKeysAreFilled()
    {
        QCOMPARE(after("", saveView(*with(""), example())), QString(written));
        QVERIFY(after("version: 1\n", saveView(*with("version: 1\n"), example()))
                    .startsWith("version: 1\nviews:\n"));
        const QString faulty = "views: [\n";
        QCOMPARE(after(faulty, saveView(*with(faulty), example())), QString("error 0"));
        const QString other = "views: 7\n";
        QCOMPARE(after(other, saveView(*with(other), example())), QString("error 0"));
    }

    void lineEndsStay()
    {
        const QString before = QString(written).replace("\n", "\r\n");
        View changed = example();
        changed.filter = {};
        const QString text = after(before, saveView(*with(before), changed));
        QCOMPARE(text.count("\r\n"), text.count('\n'));
        QCOMPARE(read(text).size(), std::size_t(1));
    }

    void faultsAreTold()
    {
        QStringList told;
        const auto views = read("version: 1\nviews:\n- {tags: [x]}\n- {name: a, tag: [x]}\n"
                                "- {name: b, focus: {context: c, hops: few, direction: down}}\n",
                                &told);
        QCOMPARE(views.size(), std::size_t(2));
        QCOMPARE(told.size(), 4);
        QStringList twice;
        read("views: [{name: a}, {name: a}]\n", &twice);
        QCOMPARE(twice, QStringList("There is a view 'a' above already."));
        QVERIFY(told[0].contains("needs a 'name'"));
        QVERIFY(told[1].contains("has no setting 'tag'. Did you mean 'tags'?"));
    }
};

QTEST_APPLESS_MAIN(TestViews)
#include "tst_views.moc"
