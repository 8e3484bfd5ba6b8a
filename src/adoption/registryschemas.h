// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adoption/schemalayout.h"
#include "adoption/spectext.h"
#include "adoption/subjectuses.h"

#include "meshwright/diagnostic.h"
#include "meshwright/plan/plan.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace meshwright::adoption {

/// The messages that a registry's schemas make, as far as specs can say them. What they can't is
/// left out for good, and the specs are then to be written anew.
class RegistrySchemas
{
public:
    RegistrySchemas(const Workspace &workspace, const Environment &environment,
                    const ActualState &actual);

    /// Before the specs are written, each time.
    void startOver();
    /// `type`: what the topic's own message is called.
    std::vector<MessageText> messagesOf(const std::string &topic, const std::string &type,
                                        const std::string &specFile);

    std::vector<AdoptedSchema> files() const { return m_layout.files(); }

    /// Leaves out what the plan of the written specs would change, and what they are at fault with.
    void judge(const DesiredState &desired, const Plan &plan,
               const std::vector<Diagnostic> &diagnostics);

    bool hasNewlyLeftOut() const { return m_hasNewlyLeftOut; }

    /// Why no spec says it, in sentences; nothing where one does.
    std::optional<std::string> whyLeftOut(const ActualSubject &subject) const;

private:
    std::optional<SchemaLink> linkTo(const SubjectUse &use, const std::string &folder);
    std::string levelOf(const ActualSubject &subject) const;
    void leaveOut(const std::string &subject, const std::string &why);

    const Environment &m_environment;
    const std::vector<ActualSubject> m_subjects;
    const std::string m_registryLevel;
    std::map<std::string, std::vector<SubjectUse>> m_uses; ///< by topic
    std::map<std::string, std::string> m_leftOut;          ///< subject → why
    bool m_hasNewlyLeftOut = false;
    SchemaLayout m_layout;
    std::set<std::string> m_written; ///< subjects of topics
};

} // namespace meshwright::adoption
