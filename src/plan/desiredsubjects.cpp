// SPDX-License-Identifier: Apache-2.0
#include "plan/desiredsubjects.h"

#include "asyncapi/schemafiles.h"

#include <algorithm>
#include <map>
#include <set>

namespace meshwright::plan {

namespace {

using asyncapi::SchemaFile;
using asyncapi::SchemaFiles;

/// The value at a place that a spec was read from.
const yaml::Node *nodeAt(const asyncapi::Files &files, const asyncapi::Place &place)
{
    const auto document = files.document(place.file);
    const auto *node = document ? document->nodeAt(place.range.begin) : nullptr;
    while (node && !(node->range == place.range))
        node = node->parent;
    return node;
}

/// `x-compatibility` of a Kafka binding, in capitals as registries have it; or empty.
std::string levelAt(const asyncapi::Files &files, const asyncapi::Place &binding)
{
    const auto *node = nodeAt(files, binding);
    const auto *level = node ? node->find("x-compatibility") : nullptr;
    std::string text(level ? level->scalarText().value_or("") : "");
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

/// By the strategies of registries' serialisers; SpecMesh and Apicurio say Id for Name.
std::string subjectName(const std::string &strategy, const std::string &topic,
                        const std::string &record, const char *part)
{
    const auto is = [&](std::string_view name) { return strategy.ends_with(name); };
    if (is("TopicRecordNameStrategy") || is("TopicRecordIdStrategy"))
        return record.empty() ? topic + '-' + part : topic + '-' + record;
    if (is("SimpleTopicIdStrategy"))
        return topic;
    if ((is("RecordNameStrategy") || is("RecordIdStrategy")) && !record.empty())
        return record;
    return topic + '-' + part;
}

class Reading
{
public:
    explicit Reading(const Topology &topology)
        : m_topology(topology)
    {}

    void take(const TopicSource &topic)
    {
        const auto &channel = topic.spec->channels[topic.channel];
        const auto &workspace = *m_topology.workspace;
        const auto usual = channel.kafka ? levelAt(workspace, channel.kafka->place) : std::string();
        std::vector<asyncapi::Message> messages = channel.messages;
        for (const auto &operation : channel.operations)
            messages.insert(messages.end(), operation.messages.begin(), operation.messages.end());
        for (const auto &message : messages) {
            const auto &kafka = message.kafka;
            auto level = kafka ? levelAt(workspace, kafka->place) : std::string();
            if (level.empty())
                level = usual;
            const auto strategy = kafka && kafka->schemaLookupStrategy
                                      ? kafka->schemaLookupStrategy->value
                                      : std::string();
            if (kafka && kafka->keySchema)
                takePart(topic, *kafka->keySchema, strategy, level, "key");
            if (message.payload)
                takePart(topic, *message.payload, strategy, level, "value");
        }
    }

    std::vector<DesiredSubject> inOrder()
    {
        takeReferred();
        for (std::size_t i = 0; i < m_subjects.size(); ++i)
            place(i);
        return std::move(m_ordered);
    }

private:
    struct Referred
    {
        std::string subject;
        const SchemaFile *file;
        std::shared_ptr<const asyncapi::Spec> spec;
        DesiredSubject by;
    };

    SchemaFiles &filesOf(const std::shared_ptr<const asyncapi::Spec> &spec)
    {
        auto &files = m_files[spec.get()];
        if (!files)
            files = std::make_unique<SchemaFiles>(*m_topology.workspace, *spec);
        return *files;
    }

    void takePart(const TopicSource &topic, const asyncapi::Payload &payload,
                  const std::string &strategy, const std::string &level, const char *part)
    {
        const auto *file = filesOf(topic.spec).of(payload);
        if (!file)
            return;
        DesiredSubject subject;
        subject.name = subjectName(strategy, topic.name.value, file->name, part);
        subject.compatibility = level;
        subject.context = topic.context;
        subject.topic = topic.name;
        subject.reason = payload.reference ? payload.reference->place : payload.place;
        add(std::move(subject), *file, topic.spec);
    }

    void add(DesiredSubject subject, const SchemaFile &file,
             const std::shared_ptr<const asyncapi::Spec> &spec)
    {
        subject.file = file.file;
        subject.schema.type = file.type;
        subject.schema.text = file.text;
        for (const auto &use : file.uses)
            if (const auto *used = filesOf(spec).of(use, file.type)) {
                const auto name = referredName(use, *used);
                subject.schema.references.push_back({use.name, name, 0});
                m_open.push_back({name, used, spec, subject});
            }
        std::sort(subject.schema.references.begin(), subject.schema.references.end());
        const auto isSame = [&](std::size_t i) {
            return m_subjects[i].schema == subject.schema &&
                   m_subjects[i].context == subject.context;
        };
        auto &known = m_byName[subject.name];
        if (std::any_of(known.begin(), known.end(), isSame))
            return;
        known.push_back(m_subjects.size());
        m_subjects.push_back(std::move(subject));
    }

    /// The name that the text has for it; JSON Schema's relative paths say too little.
    static std::string referredName(const SchemaFile::Use &use, const SchemaFile &used)
    {
        if (used.type != "JSON")
            return use.name;
        return used.id.empty() ? used.file : used.id;
    }

    /// Whose the name is, where a context's id stands before it; else of who refers to it.
    const Context *ownerOf(const std::string &name) const
    {
        for (auto dot = name.rfind('.'); dot != std::string::npos && dot > 0;
             dot = name.rfind('.', dot - 1))
            if (const auto *context = m_topology.context({name.substr(0, dot)}))
                return context;
        return nullptr;
    }

    /// Whether a topic's message has this very subject.
    bool isTopics(const std::string &name) const
    {
        const auto found = m_byName.find(name);
        return found != m_byName.end() &&
               std::any_of(found->second.begin(), found->second.end(),
                           [this](auto i) { return !m_subjects[i].topic.value.empty(); });
    }

    /// What several contexts refer to is asked for by each: any of them may be held back.
    void takeReferred()
    {
        while (!m_open.empty()) {
            const auto referred = std::move(m_open.back());
            m_open.pop_back();
            const auto *owner = ownerOf(referred.subject);
            const auto context = owner ? owner->id : referred.by.context;
            if (!m_referred.insert({referred.subject, context}).second ||
                (owner && !m_topology.workspace->isAskedFor(owner->spec->file)) ||
                isTopics(referred.subject))
                continue;
            DesiredSubject subject;
            subject.name = referred.subject;
            subject.context = context;
            subject.reason = referred.by.reason;
            add(std::move(subject), *referred.file, referred.spec);
        }
    }

    void place(std::size_t index)
    {
        if (!m_placed.insert(index).second)
            return;
        for (const auto &reference : m_subjects[index].schema.references)
            if (const auto found = m_byName.find(reference.subject); found != m_byName.end())
                for (const auto other : found->second)
                    place(other);
        m_ordered.push_back(m_subjects[index]);
    }

    const Topology &m_topology;
    std::map<const asyncapi::Spec *, std::unique_ptr<SchemaFiles>> m_files;
    std::vector<DesiredSubject> m_subjects;
    std::map<std::string, std::vector<std::size_t>> m_byName;
    std::vector<Referred> m_open;
    std::set<std::pair<std::string, ContextId>> m_referred;
    std::set<std::size_t> m_placed;
    std::vector<DesiredSubject> m_ordered;
};

} // namespace

bool hasRegistry(const Environment &environment)
{
    return environment.registry.has_value() || environment.connector == "sandbox";
}

std::vector<DesiredSubject> desiredSubjects(const Topology &topology,
                                            const std::vector<TopicSource> &topics)
{
    Reading reading(topology);
    for (const auto &topic : topics)
        reading.take(topic);
    return reading.inOrder();
}

} // namespace meshwright::plan
