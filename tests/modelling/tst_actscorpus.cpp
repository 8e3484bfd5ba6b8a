// SPDX-License-Identifier: Apache-2.0
// Every act upon every document that the tests have: what comes out parses, says what was meant,
// differs in the edit's ranges alone, breaks no rule, and is undone to the byte.
// MESHWRIGHT_ACTS_CORPUS names another folder of documents to look at, for as many seconds as
// MESHWRIGHT_ACTS_SECONDS says (240).
#include "meshwright/lint/lint.h"
#include "meshwright/modelling/accessacts.h"
#include "meshwright/modelling/contextacts.h"
#include "meshwright/modelling/deletion.h"
#include "meshwright/modelling/impact.h"
#include "meshwright/modelling/topicacts.h"
#include "meshwright/yaml/edit.h"

#include <QtTest>

#include <QDirIterator>
#include <QElapsedTimer>

#include <algorithm>
#include <functional>
#include <set>

using namespace meshwright;
using namespace meshwright::modelling;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr int every = 8; // documents: under AddressSanitizer all of them take a quarter of an hour
#else
constexpr int every = 1;
#endif

struct Trial
{
    std::string name;
    std::function<Result<WorkspaceEdit>(const Topology &)> act;
    std::function<bool(const Topology &)> isMeant;
    bool keepsComments = true;
    std::set<std::string> allowedRules = {};
};

const char *const otherOwner = "asyncapi: 2.6.0\nid: urn:zz.acts.owner\ninfo: {title: O, version: "
                               "'1'}\nchannels:\n  _protected.thing:\n    publish:\n      message: "
                               "{name: Thing, payload: {type: object}}\n";
const char *const otherReader =
    "asyncapi: 3.0.0\nid: urn:zz.acts.reader\ninfo: {title: R, version: "
    "'1'}\nchannels: {}\n";
const TopicName otherTopic{"zz.acts.owner._protected.thing"};

template <typename Check>
auto onChannel(const ChannelId &id, Check check)
{
    return [id, check](const Topology &topology) {
        const auto *channel = findChannel(*topology.workspace, id);
        return channel && check(*channel);
    };
}

std::string settingOf(const asyncapi::Channel &channel, const std::string &key)
{
    if (channel.kafka)
        for (const auto &setting : channel.kafka->settings)
            if (setting.key.value == key)
                return setting.value.value;
    return {};
}

std::set<std::string> tagsOf(const asyncapi::Channel &channel)
{
    std::set<std::string> tags;
    for (const auto &tag : channel.tags)
        tags.insert(tag.name.value);
    for (const auto &operation : channel.operations)
        for (const auto &tag : operation.tags)
            tags.insert(tag.name.value);
    return tags;
}

void addChannelTrials(std::vector<Trial> &trials, const ChannelId &id,
                      const asyncapi::Channel &channel)
{
    using asyncapi::numberIn;
    trials.push_back({"partitions", [id](auto &t) { return setPartitions(t, id, 7); },
                      onChannel(id, [](auto &c) { return numberIn(c.kafka->partitions) == 7; })});
    trials.push_back({"replicas", [id](auto &t) { return setReplicas(t, id, 3); },
                      onChannel(id, [](auto &c) { return numberIn(c.kafka->replicas) == 3; })});
    trials.push_back({"no partitions", [id](auto &t) { return setPartitions(t, id, std::nullopt); },
                      onChannel(id, [](auto &c) { return !c.kafka || !c.kafka->partitions; }),
                      false});
    trials.push_back(
        {"retention", [id](auto &t) { return setRetention(t, id, "48 h"); },
         onChannel(id, [](auto &c) { return settingOf(c, "retention.ms") == "172800000"; })});
    trials.push_back(
        {"policy",
         [id](auto &t) { return setTopicSetting(t, id, "cleanup.policy", "compact,delete"); },
         onChannel(id,
                   [](auto &c) { return settingOf(c, "cleanup.policy") == "compact,delete"; })});
    for (const std::string text : {"Told: by a #test, it's so", "One.\n\n  Two.\n"})
        trials.push_back({"description",
                          [id, text](auto &t) { return setChannelDescription(t, id, text); },
                          onChannel(id, [text](auto &c) { return c.description == text; })});
    trials.push_back({"no description", [id](auto &t) { return setChannelDescription(t, id, ""); },
                      onChannel(id, [](auto &c) { return c.description.empty(); }), false});
    trials.push_back({"tag", [id](auto &t) { return addTag(t, id, "acts: tried", "By a test"); },
                      onChannel(id, [](auto &c) { return tagsOf(c).contains("acts: tried"); })});
    for (const auto &tag : tagsOf(channel))
        trials.push_back({"untag", [id, tag](auto &t) { return removeTag(t, id, tag); },
                          onChannel(id, [tag](auto &c) { return !tagsOf(c).contains(tag); }),
                          false});
    const NewMessage tried{"ActsTried", "A summary",
                           std::vector<NewField>{{"at", "string", "When", true}, {"n", "integer"}}};
    trials.push_back({"message", [id, tried](auto &t) { return addMessage(t, id, tried); },
                      onChannel(id, [](auto &c) { return findMessage(c, "ActsTried"); })});
    for (const auto *message : messagesOf(channel)) {
        const auto name = nameOf(*message);
        for (const bool isRequired : {false, true})
            trials.push_back({"field",
                              [=](auto &t) {
                                  return addField(
                                      t, id, name,
                                      {"actsTried", "integer", "How: often", isRequired});
                              },
                              [](auto &) { return true; }}); // the act reads its fields again
        const auto count = messagesOf(channel).size();
        trials.push_back({"no message", [=](auto &t) { return deleteMessage(t, id, name); },
                          onChannel(id, [=](auto &c) { return messagesOf(c).size() + 1 == count; }),
                          false});
    }
}

void addTopicTrials(std::vector<Trial> &trials, const Topic &topic)
{
    const auto name = topic.name;
    for (const auto access : {Access::Public, Access::Protected, Access::Private})
        trials.push_back({"access",
                          [=](auto &t) { return setAccess(t, name, access, true); },
                          [=](const Topology &t) {
                              return std::any_of(t.topics.begin(), t.topics.end(), [&](auto &each) {
                                  return each.access == access && each.owner == topic.owner;
                              });
                          },
                          true,
                          {"access/private", "access/no-grant"}});
    for (const bool unused : {false, true})
        trials.push_back({"no topic",
                          [=](auto &t) {
                              return deleteTopic(t, name, {true, false, unused});
                          },
                          [=](const Topology &t) { return !t.topic(name); }, false});
    trials.push_back({"consumed", [=](auto &t) { return consume(t, {"zz.acts.reader"}, name); },
                      [=](const Topology &t) { return t.readersOf(name).size() > 0; }});
    trials.push_back({"granted", [=](auto &t) { return grant(t, name, "zz.acts.reader"); },
                      [=](const Topology &t) { return !t.topic(name)->grants.empty(); }});
}

constexpr std::size_t mostChannels = 2; // of one document, to end in time

/// The acts that need no id.
std::vector<Trial> plainTrials(const asyncapi::Spec &spec)
{
    std::vector<Trial> trials;
    const auto file = spec.file;
    trials.push_back(
        {"title", [=](auto &t) { return setTitle(t, file, "Acts: tried"); },
         [=](const Topology &t) { return t.workspace->file(file)->spec->title == "Acts: tried"; }});
    trials.push_back({"context's description",
                      [=](auto &t) { return setDescription(t, file, "It's\ntold"); },
                      [=](const Topology &t) {
                          return t.workspace->file(file)->spec->description == "It's\ntold";
                      }});
    for (std::size_t i = 0; i < std::min(spec.channels.size(), mostChannels); ++i)
        addChannelTrials(trials, {file, spec.channels[i].key}, spec.channels[i]);
    return trials;
}

/// The acts upon a context and its topics.
std::vector<Trial> contextTrials(const Topology &topology, const asyncapi::Spec &spec)
{
    std::vector<Trial> trials;
    const auto file = spec.file;
    if (!spec.id)
        return trials;
    const auto id = contextIdFrom(spec.id->value);
    const auto *context = topology.context(id);
    if (!context || context->spec->file != file)
        return trials;
    NewTopic plain{id, Access::Public, "acts-tried", {}, {}, {}, {}, {}};
    NewTopic rich{id,
                  Access::Protected,
                  "acts.tried",
                  "It: is",
                  3,
                  1,
                  {{"retention.ms", "1000"}},
                  NewMessage{"ActsTried", {}, std::vector<NewField>{{"at"}}}};
    for (const auto &wanted : {plain, rich})
        trials.push_back({"topic", [=](auto &t) { return addTopic(t, wanted); },
                          [=](const Topology &t) {
                              return t.topic(topicNameFor({}, id, wanted.access, wanted.type));
                          }});
    trials.push_back({"consume", [=](auto &t) { return consume(t, id, otherTopic); },
                      [=](const Topology &t) { return !t.consumptionsOf(id).empty(); }});
    const auto topics = topology.topicsOf(id);
    for (std::size_t i = 0; i < std::min(topics.size(), mostChannels); ++i)
        addTopicTrials(trials, *topics[i]);
    for (const auto *each : topology.consumptionsOf(id))
        trials.push_back({"stop",
                          [=, name = each->topic](auto &t) { return stopConsuming(t, id, name); },
                          [=, count = topology.consumptionsOf(id).size()](const Topology &t) {
                              return t.consumptionsOf(id).size() < count + 1;
                          },
                          false});
    return trials;
}

std::multiset<std::string> errorsOf(const Topology &topology, const std::string &file,
                                    const std::set<std::string> &allowed)
{
    std::multiset<std::string> rules;
    for (const auto &found : lintFile(topology, file))
        // Policies may well speak up: a tag or an access has to be written for that.
        if (found.severity == Severity::Error && !allowed.contains(found.rule) &&
            findRule(found.rule)->group != RuleGroup::Policies)
            rules.insert(found.rule);
    return rules;
}

std::multiset<std::string> commentsOf(const yaml::Document &document)
{
    std::multiset<std::string> comments;
    for (const auto &comment : document.comments())
        comments.emplace(document.text()->slice(comment.range));
    return comments;
}

/// What is wrong with the edit of one file, or nothing.
QString faultOf(const Topology &before, const Topology &after, const std::string &file,
                const std::vector<TextEdit> &edits, const Trial &trial)
{
    const auto *old = before.workspace->file(file);
    const auto *now = after.workspace->file(file);
    if (!now->document->isComplete())
        return "it does not parse";
    const auto &a = old->text->bytes();
    const auto &b = now->text->bytes();
    std::size_t from = 0;
    std::size_t to = 0;
    for (const auto &edit : edits) {
        const auto kept = edit.range.begin - from;
        if (a.compare(from, kept, b, to, kept) != 0)
            return "bytes outside the edit differ";
        from = edit.range.end;
        to += kept + edit.replacement.size();
    }
    if (a.substr(from) != b.substr(to))
        return "bytes behind the edits differ";
    const auto oldErrors = errorsOf(before, file, trial.allowedRules);
    const auto newErrors = errorsOf(after, file, trial.allowedRules);
    if (!std::includes(oldErrors.begin(), oldErrors.end(), newErrors.begin(), newErrors.end()))
        return "a rule finds a new error";
    const auto oldComments = commentsOf(*old->document);
    const auto newComments = commentsOf(*now->document);
    if (trial.keepsComments && !std::includes(newComments.begin(), newComments.end(),
                                              oldComments.begin(), oldComments.end()))
        return "a comment is lost";
    return {};
}

QString undoFault(const Workspace &before, const Workspace &after, const WorkspaceEdit &edit)
{
    const auto read = [&](const std::string &path) -> std::optional<TextFile> {
        const auto *file = before.file(path);
        return file ? std::optional(TextFile{file->text, file->encoding}) : std::nullopt;
    };
    const auto applied = applyEdit(read, edit);
    const auto back = applied ? after.withEdit(applied->inverse) : tl::unexpected(applied.error());
    if (!back || before.files().size() != (*back)->files().size())
        return "it can't be undone";
    for (const auto &[path, file] : before.files())
        if (file->text && (*back)->file(path)->text->bytes() != file->text->bytes())
            return "undo leaves another text";
    return {};
}

} // namespace

class TestActsCorpus : public QObject
{
    Q_OBJECT

private slots:
    void everyDocument_data();
    void everyDocument();
    void anotherCorpus();
    void cleanupTestCase();

private:
    QString tryFile(const QString &path, bool withId);

    int m_done = 0;
    int m_nothing = 0;
    std::map<QString, int> m_refused;
};

/// The first thing that is wrong with any act upon the document, or nothing.
QString TestActsCorpus::tryFile(const QString &path, bool withId)
{
    const std::filesystem::path full(path.toStdString());
    auto opened = Workspace::open(full);
    if (!opened)
        return {};
    auto workspace = *opened;
    const auto file = workspace->only();
    const auto *known = workspace->file(file);
    if (!known || !known->spec || known->spec->major == 0 || !known->document->isComplete())
        return {};
    if (withId) {
        if (known->spec->id)
            return {};
        const auto edit =
            yaml::setEntry(*known->document, *known->document->root(), "id", "urn:zz.acts.tried");
        if (!edit)
            return {};
        workspace = workspace->withText(file, *applyEdits(*known->text, {*edit}));
    }
    workspace = workspace->withText("zz-owner.yaml", makeText(otherOwner));
    workspace = workspace->withText("zz-reader.yaml", makeText(otherReader));
    const auto before = buildTopology(workspace);
    const auto &spec = *workspace->file(file)->spec;
    auto trials = withId ? std::vector<Trial>{} : plainTrials(spec);
    const auto more = contextTrials(*before, spec);
    trials.insert(trials.end(), more.begin(), more.end());
    for (const auto &trial : trials) {
        const auto edit = trial.act(*before);
        const auto told = [&](const QString &fault) {
            return QString::fromStdString(trial.name) + " in " + path + ": " + fault;
        };
        if (!edit) {
            ++m_refused[QString::fromStdString(trial.name + ": " + edit.error().message).left(150)];
            if (qEnvironmentVariableIsSet("MESHWRIGHT_ACTS_TELL"))
                qInfo() << told(QString::fromStdString(edit.error().message));
            continue;
        }
        if (edit->isEmpty()) {
            ++m_nothing;
            continue;
        }
        const auto edited = workspace->withEdit(*edit);
        if (!edited)
            return told(QString::fromStdString(edited.error().message));
        const auto after = buildTopology(*edited);
        for (const auto &[each, edits] : edit->files)
            if (const auto fault = faultOf(*before, *after, each, edits, trial); !fault.isEmpty())
                return told(fault + "\n" +
                            QString::fromStdString((*edited)->file(each)->text->bytes()));
        if (!trial.isMeant(*after))
            return told("it does not say what was meant");
        if (const auto fault = undoFault(*workspace, **edited, *edit); !fault.isEmpty())
            return told(fault);
        if (!impactOf(*before, *edit))
            return told("its impact can't be told");
        ++m_done;
    }
    return {};
}

void TestActsCorpus::everyDocument_data()
{
    QTest::addColumn<QString>("path");
    int number = 0;
    for (const auto &folder : {QString(MESHWRIGHT_TEST_DATA), QString(MESHWRIGHT_SAMPLES)}) {
        QDirIterator files(folder, {"*.yaml", "*.yml", "*.json"}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const auto path = files.next();
            if (number++ % every == 0)
                QTest::newRow(qPrintable(path.mid(folder.size() + 1))) << path;
        }
    }
}

void TestActsCorpus::everyDocument()
{
    QFETCH(QString, path);
    for (const bool withId : {false, true}) {
        const auto fault = tryFile(path, withId);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
    }
}

void TestActsCorpus::anotherCorpus()
{
    const auto folder = qEnvironmentVariable("MESHWRIGHT_ACTS_CORPUS");
    if (folder.isEmpty())
        QSKIP("MESHWRIGHT_ACTS_CORPUS names no folder");
    QElapsedTimer timer;
    timer.start();
    bool isNumber = false;
    const auto seconds = qEnvironmentVariableIntValue("MESHWRIGHT_ACTS_SECONDS", &isNumber);
    QStringList faults;
    int count = 0;
    QDirIterator files(folder, {"*.yaml", "*.yml", "*.json"}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext() && timer.elapsed() < 1000 * (isNumber ? seconds : 240)) {
        const auto path = files.next();
        ++count;
        for (const bool withId : {false, true})
            if (const auto fault = tryFile(path, withId); !fault.isEmpty())
                faults.append(fault.left(3000));
    }
    qInfo() << count << "files, stopped early:" << files.hasNext();
    QVERIFY2(faults.isEmpty(),
             qPrintable(QString::number(faults.size()) + " faults\n" + faults.join("\n----\n")));
}

void TestActsCorpus::cleanupTestCase()
{
    qInfo() << m_done << "edits," << m_nothing << "had nothing to do, refused:";
    for (const auto &[message, count] : m_refused)
        qInfo().noquote() << count << message;
    QVERIFY(m_done > 1000 / every);
}

QTEST_APPLESS_MAIN(TestActsCorpus)
#include "tst_actscorpus.moc"
