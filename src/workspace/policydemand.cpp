// SPDX-License-Identifier: Apache-2.0
// What a policy says of one subject: which subjects there are, and which values each can have.
#include "workspace/policydemand.h"

#include "meshwright/asyncapi/duration.h"
#include "meshwright/asyncapi/kafkasettings.h"
#include "meshwright/asyncapi/settingvalue.h"
#include "text/suggestion.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace meshwright {

namespace {

using asyncapi::KafkaSetting;

constexpr std::array<std::string_view, 3> accessWords{"public", "protected", "private"};
constexpr std::array<std::string_view, 7> compatibilities{
    "NONE", "BACKWARD",       "BACKWARD_TRANSITIVE", "FORWARD", "FORWARD_TRANSITIVE",
    "FULL", "FULL_TRANSITIVE"};

/// What can be asked of a subject that is no setting.
struct Subject
{
    std::string_view name;
    bool isNumber = false; ///< and what policies may set
    bool hasValues = false;
    std::string_view meaning;
};

constexpr std::array subjects{
    Subject{"partitions", true, true, "a whole number"},
    Subject{"replicas", true, true, "a whole number"},
    Subject{"access", false, true, "public, protected or private"},
    Subject{"owner", false, true, "who answers for it"},
    Subject{"description", false, false, "a text"},
    Subject{"schema", false, false, "a payload of each message"},
    Subject{"key", false, false, "a key of each message"},
    Subject{"tags", false, true, "names of tags"},
    Subject{"readers", false, true, "ids of contexts or domains"},
    Subject{"compatibility", false, true, "a level of the schema registry"},
};

const Subject *findSubject(std::string_view name)
{
    const auto found = std::find_if(subjects.begin(), subjects.end(),
                                    [&](const Subject &each) { return each.name == name; });
    return found == subjects.end() ? nullptr : &*found;
}

std::vector<std::string> knownSubjects()
{
    std::vector<std::string> names;
    for (const Subject &each : subjects)
        names.emplace_back(each.name);
    for (const KafkaSetting &each : asyncapi::kafkaSettings())
        names.emplace_back(each.name);
    return names;
}

class DemandReader
{
public:
    DemandReader(SettingsReader &reader, std::string where, DemandKind kind, std::string name)
        : m_reader(reader)
        , m_where(std::move(where))
        , m_kind(kind)
        , m_setting(asyncapi::findKafkaSetting(name))
        , m_subject(findSubject(name))
    {
        m_demand.subject = std::move(name);
    }

    /// False where the subject can't be had here; then the problem is told.
    bool takesSubject(const yaml::Node &key)
    {
        if (!m_setting && !m_subject) {
            m_reader.problem(key, "'" + m_demand.subject +
                                      "' is no topic setting of Kafka, and nothing else that a "
                                      "policy knows." +
                                      didYouMean(nearest(m_demand.subject, knownSubjects())));
            return false;
        }
        if (m_kind == DemandKind::Condition && !m_setting) {
            m_reader.problem(key, "'" + m_where + "' takes topic settings of Kafka alone, not '" +
                                      m_demand.subject + "'.");
            return false;
        }
        if (sets() && m_subject && !m_subject->isNumber) {
            m_reader.problem(key,
                             "A policy can set topic settings, partitions and replicas, not '" +
                                 m_demand.subject +
                                 "': require or forbid it, so that its owner writes it.");
            return false;
        }
        return true;
    }

    /// Nothing where the value is not sound; then the problem is told.
    std::optional<PolicyDemand> read(const yaml::Node &node)
    {
        if (node.isMapping())
            readBounds(node);
        else if (node.isSequence())
            readList(node);
        else
            readScalar(node);
        return m_isSound ? std::optional(std::move(m_demand)) : std::nullopt;
    }

private:
    bool sets() const { return m_kind == DemandKind::Default || m_kind == DemandKind::Override; }

    bool isNumber() const
    {
        using Type = KafkaSetting::Type;
        return m_setting ? m_setting->type == Type::Integer || m_setting->type == Type::Long ||
                               m_setting->type == Type::Double
                         : m_subject->isNumber;
    }

    void fail(const yaml::Node &node, const std::string &message)
    {
        m_isSound = false;
        m_reader.problem(node, message);
    }

    void readBounds(const yaml::Node &node)
    {
        if (!isNumber() || m_kind == DemandKind::Default)
            return fail(node, "'" + m_where + "' takes " +
                                  (isNumber() ? "one value: a default has no bounds."
                                              : "no bounds, for it is no number."));
        for (const yaml::Entry &entry : m_reader.entries(node, m_where, {"least", "most"})) {
            const std::string key = m_reader.key(entry);
            std::optional<double> &bound = key == "least" ? m_demand.least : m_demand.most;
            if (key == "least" || key == "most")
                if (const auto text = valueOf(*entry.value)) {
                    bound = numberOf(*text);
                    (key == "least" ? m_demand.leastText : m_demand.mostText) = *text;
                }
        }
        if (!m_demand.least && !m_demand.most)
            return fail(node, "'" + m_where + "' needs 'least', 'most' or both.");
        if (m_demand.least && m_demand.most && *m_demand.least > *m_demand.most)
            fail(node, "No value of '" + m_where + "' is at least the one and at most the other.");
    }

    void readList(const yaml::Node &node)
    {
        if (sets())
            return fail(node, "'" + m_where +
                                  "' takes one value, for a policy that sets it can't "
                                  "choose. Write a list of Kafka as a,b.");
        for (const yaml::Node *item : node.resolved().items)
            if (auto text = valueOf(*item))
                m_demand.values.push_back(std::move(*text));
        if (m_demand.values.empty() && m_isSound)
            fail(node, "'" + m_where + "' needs at least one value.");
    }

    void readScalar(const yaml::Node &node)
    {
        const bool isFlag = m_setting && m_setting->type == KafkaSetting::Type::Boolean;
        const bool isAny = node.scalarText() == "any" || (!isFlag && node.asBool() == true);
        if (isAny && !sets()) {
            m_demand.isAny = true;
            return;
        }
        if (m_subject && !m_subject->hasValues)
            return fail(node, "'" + m_where + "' is only ever asked for: write true.");
        if (auto text = valueOf(node))
            m_demand.values.push_back(std::move(*text));
    }

    double numberOf(const std::string &text) const
    {
        if (m_setting)
            return asyncapi::settingNumber(m_setting->name, text).value_or(0);
        return std::strtod(text.c_str(), nullptr);
    }

    /// As Kafka takes it: a duration with its unit becomes milliseconds.
    std::optional<std::string> valueOf(const yaml::Node &node)
    {
        std::string text(node.scalarText().value_or(""));
        if (!node.isScalar() || node.isNull() || text.empty()) {
            fail(node, "'" + m_where + "' must be a text or a number.");
            return std::nullopt;
        }
        return m_setting ? settingValue(node, std::move(text)) : wordValue(node, std::move(text));
    }

    std::optional<std::string> settingValue(const yaml::Node &node, std::string text)
    {
        if (m_setting->unit == "ms")
            if (const auto duration = asyncapi::parseDuration(text))
                text = std::to_string(*duration);
        if (const auto fault = asyncapi::settingFault(*m_setting, text)) {
            fail(node, "'" + text + "' is no value of " + m_demand.subject + ": " + *fault);
            return std::nullopt;
        }
        return text;
    }

    std::optional<std::string> wordValue(const yaml::Node &node, std::string text)
    {
        const auto isIn = [&](const auto &words) {
            return std::find(words.begin(), words.end(), text) != words.end();
        };
        const auto number = node.asInteger();
        const bool isFine = m_subject->isNumber ? number && *number >= 1 &&
                                                      *number <= std::numeric_limits<int>::max()
                            : m_subject->name == "access"        ? isIn(accessWords)
                            : m_subject->name == "compatibility" ? isIn(compatibilities)
                                                                 : true;
        if (isFine) // 0x10 is 16 to everybody
            return m_subject->isNumber ? std::to_string(*number) : text;
        fail(node, "'" + text + "' is no value of " + m_demand.subject + ": write " +
                       (m_subject->isNumber ? "a whole number of at least 1"
                                            : std::string(m_subject->meaning)) +
                       ".");
        return std::nullopt;
    }

    SettingsReader &m_reader;
    std::string m_where;
    DemandKind m_kind;
    const KafkaSetting *m_setting;
    const Subject *m_subject;
    PolicyDemand m_demand;
    bool m_isSound = true;
};

} // namespace

std::vector<PolicyDemand> readDemands(SettingsReader &reader, const std::string &file,
                                      const yaml::Document &document, const yaml::Node &node,
                                      std::string_view where, DemandKind kind)
{
    std::vector<PolicyDemand> demands;
    for (const yaml::Entry &entry : reader.entries(node, where)) {
        std::string name = reader.key(entry);
        DemandReader demandReader(reader, std::string(where) + "." + name, kind, std::move(name));
        if (!demandReader.takesSubject(*entry.key))
            continue;
        if (auto demand = demandReader.read(*entry.value)) {
            demand->place = {file, entry.range};
            demand->line = document.text()->position(entry.range.begin).line;
            demands.push_back(std::move(*demand));
        }
    }
    return demands;
}

} // namespace meshwright
