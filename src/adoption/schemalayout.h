// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/adoption/adopt.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace meshwright::adoption {

/// Where the schemas of a registry stand as files, each with those that it refers to where its text
/// looks for them.
class SchemaLayout
{
public:
    SchemaLayout(const Workspace &workspace, const std::vector<ActualSubject> &subjects);

    void clear();

    /// The subject's file in the folder of a spec's schemas, or near it where its references ask
    /// for that. Invalid where no file's text can lead to what it refers to: then none is placed.
    Result<std::string> place(const ActualSubject &subject, const std::string &folder);

    bool has(const ActualSubject &subject) const { return m_placed.contains(subject.name); }

    /// What is to be written, sorted by file.
    std::vector<AdoptedSchema> files() const;

private:
    Result<void> placeAt(const ActualSubject &subject, const std::string &file,
                         const std::string &root);
    Result<void> checkReferences(const ActualSubject &subject) const;
    bool isTakenByAnother(const ActualSubject &subject, const std::string &file) const;
    std::string freeFile(const ActualSubject &subject, const std::string &folder) const;
    Result<std::string> folderFor(const ActualSubject &subject, const std::string &folder) const;
    std::string placeOfReference(const ActualSubject &subject, const SchemaReference &reference,
                                 const std::string &file, const std::string &root) const;

    const Workspace &m_workspace;
    std::map<std::string, const ActualSubject *> m_subjects;
    std::map<std::string, const ActualSubject *> m_referredNames; ///< of Avro types
    std::map<std::string, const ActualSubject *> m_files;
    std::set<std::string> m_placed; ///< subjects
};

} // namespace meshwright::adoption
