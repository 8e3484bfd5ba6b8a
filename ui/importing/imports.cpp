// SPDX-License-Identifier: Apache-2.0
#include "ui/importing/imports.h"

#include "ui/text/text.h"

#include "meshwright/adoption/adopt.h"
#include "meshwright/importing/julie.h"
#include "meshwright/report/catalogues.h"
#include "meshwright/text/newfiles.h"
#include "meshwright/text/textfile.h"
#include "meshwright/topology/topology.h"

#include <QCoreApplication>

#include <algorithm>

namespace meshwright::ui {

namespace {

namespace fs = std::filesystem;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Imports)
};

QString headingOf(importing::NoteKind kind)
{
    switch (kind) {
    case importing::NoteKind::Review:
        return Words::tr("To be looked at");
    case importing::NoteKind::LeftOut:
        return Words::tr("Left out, for no spec can say it");
    case importing::NoteKind::PlanAdds:
        return Words::tr("What the first plan would add");
    case importing::NoteKind::NotAsked:
        break;
    }
    return Words::tr("On the cluster, and asked for by no spec");
}

QString readersOf(const Topic &topic)
{
    const bool isPublic = topic.access == Access::Public ||
                          std::any_of(topic.grants.begin(), topic.grants.end(),
                                      [](const Grant &grant) { return grant.toEverybody; });
    if (isPublic)
        return Words::tr("everybody");
    QStringList readers;
    for (const Grant &grant : topic.grants)
        readers.append(toQt(grant.target));
    return readers.isEmpty() ? Words::tr("its owner alone")
                             : readers.join(Words::tr(", ", "between readers"));
}

/// `granted`: how a grant was found.
QString reasonOf(const Topic &topic, const QString &granted)
{
    const QString keyword = Words::tr("the keyword in its name");
    if (topic.access && topic.grants.empty())
        return topic.access == Access::Protected
                   ? Words::tr("the keyword in its name, and nobody else may read it")
                   : keyword;
    return topic.grants.empty() ? Words::tr("nobody else may read it") : granted;
}

/// What the files say together, in the workspace that they will be in.
std::vector<SharedTopic> sharingIn(const WorkspacePtr &workspace,
                                   const std::map<std::string, std::string> &files,
                                   const QString &granted)
{
    const auto topology = buildTopology(workspace);
    std::vector<SharedTopic> sharing;
    for (const auto &topic : topology->topics)
        if (files.contains(topic.spec->file))
            sharing.push_back({toQt(topic.name.value), readersOf(topic), reasonOf(topic, granted)});
    return sharing;
}

Error outside(const std::string &file)
{
    return {Error::Code::Invalid,
            fromQt(Words::tr("Nothing is written, for this would be a file outside of the folder: "
                             "%1. Look at the names that it comes from.")
                       .arg(toQt(file))),
            file};
}

/// `wasThere`: with other bytes.
Error changed(const std::string &file, bool wasThere)
{
    const auto why = wasThere ? Words::tr("Nothing is written: %1 was changed in the meantime. "
                                          "Look at it, then write again.")
                              : Words::tr("Nothing is written: there is a file %1 by now.");
    return {Error::Code::Conflict, fromQt(why.arg(toQt(file))), file};
}

} // namespace

Result<ClusterReadingPtr> readForImport(const WorkspacePtr &workspace,
                                        const Environment &environment, const Connector &connector,
                                        const std::stop_token &stop)
{
    auto cluster = openCluster(connector, environment);
    if (!cluster)
        return tl::unexpected(cluster.error());
    auto registry = openRegistry(connector, environment);
    if (!registry)
        return tl::unexpected(registry.error());
    auto reading = std::make_shared<ClusterReading>(ClusterReading{
        environment, readActualState({**cluster, registry->get()}, DesiredState(), stop), {}});
    if (!reading->state.topics)
        return tl::unexpected(reading->state.topics.error());
    reading->contexts = adoption::contextsOf(workspace, environment, reading->state);
    return reading;
}

Result<ImportsPtr> importsFrom(const WorkspacePtr &workspace, const ClusterReadingPtr &reading,
                               const std::string &scope)
{
    const auto adopted = adoption::adopt(workspace, reading->environment, reading->state, scope);
    if (!adopted)
        return tl::unexpected(adopted.error());
    auto imports = std::make_shared<Imports>();
    auto whole = workspace;
    for (const auto &[file, text] : adoption::filesOf(*adopted)) {
        imports->files[file.generic_string()] = text;
        whole = whole->withText(file.generic_string(), makeText(std::string(text)));
    }
    imports->sharing =
        sharingIn(whole, imports->files, Words::tr("the cluster lets them read it (READ)"));
    const QString kind = Words::tr("In no spec, or changed by the first plan");
    for (const auto &note : adopted->notes)
        imports->notes.push_back({kind, toQt(note.resource), toQt(note.message)});
    imports->reading = reading;
    return imports;
}

Result<ImportsPtr> importsFromJulie(const QStringList &paths, const QString &properties)
{
    std::vector<fs::path> sources;
    for (const QString &path : paths)
        sources.push_back(pathFromQt(path));
    const auto source = importing::readJulie(sources, pathFromQt(properties));
    if (!source)
        return tl::unexpected(source.error());
    auto imported = importing::importJulie(*source);
    if (!imported)
        return tl::unexpected(imported.error());
    auto imports = std::make_shared<Imports>();
    imports->files = std::move(imported->files);
    imports->sharing = sharingIn(Workspace::fromTexts(imports->files), imports->files,
                                 Words::tr("the descriptors name its readers"));
    for (const auto &note : imported->notes) {
        const QString place = note.file.empty()
                                  ? QString()
                                  : QStringLiteral("%1:%2").arg(toQt(note.file)).arg(note.line);
        imports->notes.push_back({headingOf(note.kind), place, toQt(note.message)});
    }
    return imports;
}

TakenFiles takenFiles(const std::map<std::string, std::string> &files, const QString &folder)
{
    TakenFiles taken;
    std::error_code ignored;
    for (const auto &[file, text] : files) {
        const auto place = pathFromQt(folder) / file;
        if (!report::staysInside(file) || !fs::exists(fs::symlink_status(place, ignored)))
            continue;
        const auto there = readTextFile(place);
        if (!there)
            taken.emplace(file, tl::unexpected(there.error()));
        else if (auto bytes = encoded(*there->text, there->encoding); bytes != text)
            taken.emplace(file, std::move(bytes));
    }
    return taken;
}

Result<void> writeImports(const std::map<std::string, std::string> &files, const QString &folder,
                          const TakenFiles &taken)
{
    NewFiles after;
    NewFiles before;
    std::map<std::string, std::string> byPlace;
    for (const auto &[file, text] : files) {
        if (!report::staysInside(file))
            return tl::unexpected(outside(file));
        const auto place = pathFromQt(folder) / file;
        const auto known = taken.find(file);
        std::error_code ignored;
        if (known != taken.end() && !known->second)
            return tl::unexpected(known->second.error());
        if (known != taken.end())
            before[place] = *known->second;
        else if (fs::exists(fs::symlink_status(place, ignored)))
            before[place] = text; // it says the same, or came to be there
        after[place] = text;
        byPlace[place.string()] = file;
    }
    auto written = writeFiles(after, before);
    if (!written && written.error().code == Error::Code::Conflict) {
        const auto &file = byPlace[written.error().where];
        return tl::unexpected(changed(file, taken.contains(file)));
    }
    return written;
}

} // namespace meshwright::ui
