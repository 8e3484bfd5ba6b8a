// SPDX-License-Identifier: Apache-2.0
#include "meshwright/adoption/adopt.h"

#include "adoption/contexts.h"
#include "adoption/registryschemas.h"
#include "adoption/spectext.h"

#include "meshwright/asyncapi/kafkasettings.h"
#include "meshwright/graph/groups.h"
#include "meshwright/lint/lint.h"
#include "meshwright/modelling/newspec.h"
#include "meshwright/plan/plan.h"
#include "meshwright/topology/topicname.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace meshwright::adoption {

namespace {

constexpr const char *everybody = "User:*";

bool isReadOfTopic(const Acl &acl)
{
    return acl.resourceType == ResourceType::Topic && acl.patternType == PatternType::Literal &&
           acl.operation == AclOperation::Read && acl.permission == Permission::Allow &&
           acl.host == "*";
}

class Adopter
{
public:
    Adopter(const WorkspacePtr &workspace, const Environment &environment,
            const ActualState &actual)
        : m_workspace(workspace)
        , m_convention(workspace->settings().convention)
        , m_environment(environment)
        , m_actual(actual)
        , m_acls(actual.acls ? *actual.acls : std::vector<Acl>())
        , m_contexts(*actual.topics, m_acls, m_convention, environment)
        , m_schemas(*workspace, environment, actual)
    {
        for (const auto &acl : m_acls)
            if (isReadOfTopic(acl))
                m_readers.emplace(acl.name, acl.principal);
    }

    Result<Adoption> adopt(const std::string &scope);

private:
    void takeContexts(const std::string &scope);
    void notePrincipal(const ContextId &context);
    void writeSpecs();
    std::map<ContextId, SpecText> specs() const;
    void addConsumptions(std::map<ContextId, SpecText> &specs) const;
    void addMessages(SpecText &spec);
    TopicText topicText(const ActualTopic &topic, const ContextId &owner) const;
    std::vector<std::string> grantsOf(const ActualTopic &topic, const ContextId &owner) const;
    std::string typeOf(std::string_view topic, const ContextId &owner) const;
    bool isOfAnApplication(const ActualTopic &topic, const ContextId &owner) const;
    std::string fileOf(const ContextId &context) const;
    bool isTaken(const std::optional<ContextId> &context) const;
    WorkspacePtr withSpecs() const;
    Plan firstPlan(const Topology &topology, const DesiredState &desired,
                   const std::vector<Diagnostic> &diagnostics) const;
    void noteThePlan(const Plan &plan);
    void noteTopics(const std::string &scope);
    void noteAcls(const Topology &topology, const DesiredState &desired);
    void noteSubjects();
    void note(std::string resource, std::string message);

    const WorkspacePtr m_workspace;
    const Convention &m_convention;
    const Environment &m_environment;
    const ActualState &m_actual;
    const std::vector<Acl> m_acls;
    FoundContexts m_contexts;
    RegistrySchemas m_schemas;
    std::multimap<std::string_view, std::string_view> m_readers; ///< topic → principal
    std::set<ContextId> m_taken;
    std::vector<Note> m_notesOfTexts;
    Adoption m_adoption;
};

void Adopter::note(std::string resource, std::string message)
{
    m_adoption.notes.push_back({std::move(resource), std::move(message)});
}

bool Adopter::isTaken(const std::optional<ContextId> &context) const
{
    return context && m_taken.contains(*context);
}

void Adopter::takeContexts(const std::string &scope)
{
    std::map<ContextId, std::string> described;
    for (const auto &spec : m_workspace->specs())
        if (spec->id)
            described.emplace(contextIdFrom(spec->id->value), spec->file);
    for (const auto &id : m_contexts.inScope(scope)) {
        if (const auto known = described.find(id); known != described.end()) {
            note(id.value, known->second + " describes it already and stays as it is: compare it "
                                           "with the cluster by 'mw plan'.");
            continue;
        }
        m_taken.insert(id);
        notePrincipal(id);
    }
}

void Adopter::notePrincipal(const ContextId &context)
{
    const auto found = m_contexts.principalOf(context);
    if (found && *found != principalOf(context, &m_environment))
        note(context.value, *found +
                                " acts for it on the cluster: say so in 'overrides.principals' "
                                "of the environment '" +
                                m_environment.name + "', or a plan gives its access to " +
                                principalOf(context, &m_environment) + '.');
}

std::string Adopter::typeOf(std::string_view topic, const ContextId &owner) const
{
    const auto rest = shortTopicName(topic, owner, m_convention);
    return rest ? std::string(typeIn(*rest, m_convention)) : std::string(topic);
}

/// Only a protected topic has readers of its own: see docs/access.md.
std::vector<std::string> Adopter::grantsOf(const ActualTopic &topic, const ContextId &owner) const
{
    const auto rest = shortTopicName(topic.name, owner, m_convention);
    const auto access = rest ? accessIn(*rest, m_convention) : std::nullopt;
    std::set<std::string> grants;
    if (access && *access != Access::Protected)
        return {};
    const auto [first, last] = m_readers.equal_range(topic.name);
    for (auto each = first; each != last; ++each) {
        const auto reader = m_contexts.actorOf(std::string(each->second));
        if (each->second == everybody)
            grants.insert(m_convention.publicKeyword);
        else if (reader && *reader != owner && !asyncapi::topicNameFault(reader->value))
            grants.insert(reader->value);
    }
    return {grants.begin(), grants.end()};
}

/// Kafka Streams made it. With a keyword it may be a topic of the context that is called so.
bool Adopter::isOfAnApplication(const ActualTopic &topic, const ContextId &owner) const
{
    const auto rest = shortTopicName(topic.name, owner, m_convention);
    return isOfStreams(topic.name) && !(rest && accessIn(*rest, m_convention));
}

/// Contexts of two domains may end alike, where all specs lie in one folder: then by the whole id.
std::string Adopter::fileOf(const ContextId &context) const
{
    auto file = modelling::fileFor(*m_workspace, context);
    const auto &specs = m_adoption.specs;
    const bool isUsed = m_workspace->file(file) != nullptr ||
                        std::any_of(specs.begin(), specs.end(),
                                    [&](const auto &spec) { return spec.file == file; });
    return isUsed ? context.value + ".yaml" : file;
}

TopicText Adopter::topicText(const ActualTopic &topic, const ContextId &owner) const
{
    const auto rest = shortTopicName(topic.name, owner, m_convention);
    const bool isShort = rest && accessIn(*rest, m_convention);
    return {.name = topic.name,
            .address = isShort ? *rest : topic.name,
            .type = typeOf(topic.name, owner),
            .partitions = topic.partitions,
            .replicas = topic.replicas,
            .settings = topic.settings,
            .grants = grantsOf(topic, owner),
            .messages = {}};
}

std::map<ContextId, SpecText> Adopter::specs() const
{
    std::map<ContextId, SpecText> specs;
    for (const auto &id : m_taken)
        specs.emplace(id, SpecText{id, {}, {}, {}});
    for (const auto &topic : *m_actual.topics) {
        const auto owner = m_contexts.ownerOf(topic.name);
        if (isTaken(owner) && !topic.isInternal && !isOfAnApplication(topic, *owner))
            specs.at(*owner).topics.push_back(topicText(topic, *owner));
    }
    addConsumptions(specs);
    return specs;
}

void Adopter::addConsumptions(std::map<ContextId, SpecText> &specs) const
{
    for (const auto &[topic, principal] : m_readers) {
        const auto reader = m_contexts.actorOf(std::string(principal));
        const auto owner = m_contexts.ownerOf(topic);
        if (!isTaken(reader) || !owner || *owner == *reader)
            continue;
        auto &read = specs.at(*reader).consumptions; // sorted by topic
        if (read.empty() || read.back().topic != topic)
            read.push_back({std::string(topic), typeOf(topic, *owner)});
    }
}

void Adopter::addMessages(SpecText &spec)
{
    for (auto &topic : spec.topics)
        topic.messages = m_schemas.messagesOf(topic.name, topic.type, spec.file);
}

void Adopter::writeSpecs()
{
    m_schemas.startOver();
    m_notesOfTexts.clear();
    m_adoption.specs.clear();
    for (auto &[id, spec] : specs()) {
        spec.file = fileOf(id);
        addMessages(spec);
        m_adoption.specs.push_back(
            {id, spec.file, write(spec, m_notesOfTexts), spec.topics.size()});
    }
    m_adoption.schemas = m_schemas.files();
}

WorkspacePtr Adopter::withSpecs() const
{
    auto workspace = m_workspace;
    for (const auto &schema : m_adoption.schemas)
        workspace = workspace->withText(schema.file, makeText(std::string(schema.text)));
    for (const auto &spec : m_adoption.specs)
        workspace = workspace->withText(spec.file, makeText(std::string(spec.text)));
    return workspace;
}

Plan Adopter::firstPlan(const Topology &topology, const DesiredState &desired,
                        const std::vector<Diagnostic> &diagnostics) const
{
    Environment environment = m_environment;
    environment.deletes.kinds.clear();
    return makePlan(topology, environment, desired, m_actual, diagnostics, PlanOptions());
}

/// The proof: what the specs ask for is what the cluster has, but for what is noted here.
void Adopter::noteThePlan(const Plan &plan)
{
    for (const auto &item : plan.items)
        if (m_taken.contains(ContextId{item.context}))
            note(item.resource, "The first plan would change this: " + describe(item) + '.');
    std::set<std::string> files;
    for (const auto &spec : m_adoption.specs)
        files.insert(spec.file);
    for (const auto &problem : plan.problems)
        if (problem.reason.file.empty() || files.contains(problem.reason.file))
            note(problem.resource, problem.message);
}

void Adopter::noteTopics(const std::string &scope)
{
    for (const auto &topic : *m_actual.topics) {
        const auto name = withoutFrontKeyword(topic.name, m_convention);
        if (topic.isInternal || !(scope.empty() || isWithin(name, scope)))
            continue;
        const auto owner = m_contexts.ownerOf(topic.name);
        if (owner && isOfAnApplication(topic, *owner))
            note(topic.name, "Kafka Streams keeps it for an application: it is in no spec.");
        else if (!owner)
            note(topic.name, "No context owns it by the naming convention: it is in no spec.");
        else if (!topic.settingsKnown)
            note(topic.name, "Its settings could not be read: the spec names none.");
    }
}

void Adopter::noteAcls(const Topology &topology, const DesiredState &desired)
{
    std::set<Acl> asked;
    for (const auto &each : desired.acls)
        asked.insert(each.acl);
    for (const auto &acl : m_acls) {
        const bool isTheirs =
            isTaken(m_contexts.ownerOf(acl.name)) || isTaken(m_contexts.actorOf(acl.principal));
        if (!isTheirs || asked.contains(acl))
            continue;
        const auto readers = topology.readersOf({acl.name});
        const auto isReader = [&](const Consumption *each) {
            return isReadOfTopic(acl) && m_contexts.actorOf(acl.principal) == each->reader;
        };
        if (!isTaken(m_contexts.ownerOf(acl.name)) &&
            std::any_of(readers.begin(), readers.end(), isReader))
            continue; // said by the reader's spec, and granted by the owner's
        note(describe(acl), "No spec asks for this access. It stays on the cluster until a plan "
                            "that deletes access is applied.");
    }
}

void Adopter::noteSubjects()
{
    if (!m_actual.subjects)
        return;
    if (!*m_actual.subjects) {
        note("schemas", "The registry could not be read, so no spec says what records look like: " +
                            m_actual.subjects->error().message);
        return;
    }
    for (const auto &subject : **m_actual.subjects) {
        const auto why = m_schemas.whyLeftOut(subject);
        if (why && isTaken(m_contexts.ownerOf(subject.name)))
            note(subject.name, "This schema (" + subject.schema.type + ", version " +
                                   std::to_string(subject.version) + ") is in no spec. " + *why);
    }
}

Result<Adoption> Adopter::adopt(const std::string &scope)
{
    takeContexts(scope);
    if (m_taken.empty() && m_adoption.notes.empty())
        return tl::unexpected(
            Error{Error::Code::NotFound,
                  (scope.empty() ? std::string("No name on the cluster tells of a context")
                                 : "The cluster has no topic and no group of '" + scope + '\'') +
                      ": name a context or a domain, such as acme.finance, and see that 'naming' "
                      "of meshwright.yaml says how the cluster's topics are named.",
                  {}});
    if (!m_actual.acls)
        note("acls", "The cluster has no authorizer, so nobody's access could be told: the specs "
                     "grant nothing, and protected topics have no readers.");
    TopologyPtr topology;
    DesiredState desired;
    Plan plan;
    do {
        writeSpecs();
        topology = buildTopology(withSpecs());
        desired = desiredState(*topology, &m_environment);
        const auto diagnostics = lint(*topology);
        plan = firstPlan(*topology, desired, diagnostics);
        m_schemas.judge(desired, plan, diagnostics);
    } while (m_schemas.hasNewlyLeftOut());
    noteThePlan(plan);
    noteTopics(scope);
    noteAcls(*topology, desired);
    noteSubjects();
    auto &notes = m_adoption.notes;
    notes.insert(notes.end(), m_notesOfTexts.begin(), m_notesOfTexts.end());
    std::sort(notes.begin(), notes.end());
    notes.erase(std::unique(notes.begin(), notes.end()), notes.end());
    return std::move(m_adoption);
}

} // namespace

std::map<std::filesystem::path, std::string> filesOf(const Adoption &adoption)
{
    std::map<std::filesystem::path, std::string> files;
    for (const auto &schema : adoption.schemas)
        files.emplace(schema.file, schema.text);
    for (const auto &spec : adoption.specs)
        files.emplace(spec.file, spec.text);
    return files;
}

std::vector<ContextId> contextsOf(const WorkspacePtr &workspace, const Environment &environment,
                                  const ActualState &actual)
{
    if (!actual.topics)
        return {};
    const auto acls = actual.acls ? *actual.acls : std::vector<Acl>();
    return FoundContexts(*actual.topics, acls, workspace->settings().convention, environment)
        .inScope({});
}

Result<Adoption> adopt(const WorkspacePtr &workspace, const Environment &environment,
                       const ActualState &actual, const std::string &scope)
{
    if (!actual.topics)
        return tl::unexpected(actual.topics.error());
    if (!actual.acls && actual.acls.error().code != Error::Code::NotFound)
        return tl::unexpected(actual.acls.error());
    return Adopter(workspace, environment, actual).adopt(scope);
}

} // namespace meshwright::adoption
