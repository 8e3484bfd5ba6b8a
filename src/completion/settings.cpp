// SPDX-License-Identifier: Apache-2.0
// Keys and values of meshwright.yaml.
#include "completion/offers.h"
#include "completion/settingtable.h"

#include "meshwright/asyncapi/kafkasettings.h"
#include "meshwright/lint/lint.h"

#include <algorithm>

namespace meshwright::completion {

namespace {

using Path = std::vector<std::string>;

constexpr std::string_view settingsObject = "Settings";

bool matches(std::string_view pattern, const Path &path)
{
    std::size_t at = 0;
    for (std::size_t begin = 0; begin <= pattern.size(); ++at) {
        const auto end = std::min(pattern.find('/', begin), pattern.size());
        const auto token = pattern.substr(begin, end - begin);
        if (at == path.size() || (token != "*" && token != path[at]))
            return false;
        begin = end + 1;
    }
    return at == path.size();
}

std::pair<std::string_view, std::string_view> split(std::string_view path)
{
    const auto slash = path.rfind('/');
    if (slash == std::string_view::npos)
        return {{}, path};
    return {path.substr(0, slash), path.substr(slash + 1)};
}

reference::Documentation documentationOf(const Setting &setting)
{
    reference::Documentation found =
        note(std::string(settingsObject), std::string(split(setting.path).second),
             std::string(setting.text));
    found.isRequired = setting.isRequired;
    found.defaultValue = setting.defaultValue;
    for (std::string_view rest = setting.values; !rest.empty();) {
        const auto end = std::min(rest.find(' '), rest.size());
        found.values.push_back({std::string(rest.substr(0, end)), {}});
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return found;
}

void add(Offers &offers, std::string text, Kind kind, const std::string &detail,
         reference::Documentation documentation)
{
    Offer offer;
    offer.text = std::move(text);
    offer.kind = kind;
    offer.detail = detail;
    offer.documentation = std::move(documentation);
    offers.push_back(std::move(offer));
}

class Settings
{
public:
    Settings(const Site &site, Offers &offers)
        : m_site(site)
        , m_offers(offers)
        , m_path(site.path)
    {}

    void addKeys()
    {
        const bool isAlone = m_site.isKey && m_site.word.parent->entries.size() == 1;
        for (const Setting &setting : settingTable()) {
            const auto parent = split(setting.path).first;
            Path item = m_path;
            item.emplace_back("0");
            const bool isOfItem = isAlone && !m_site.caret.isInFlow && parent.ends_with("/*") &&
                                  matches(parent, item);
            if (split(setting.path).second == "*")
                continue; // a name of the author's choice
            const bool isHere = parent.empty() ? m_path.empty() : matches(parent, m_path);
            if ((isHere || (isOfItem && isList(parent))) && !isThere(split(setting.path).second))
                addKey(setting, !isHere);
        }
        if (isAt("slices"))
            for (const SliceItem &item : usualSlices())
                addOwn(item.name, Kind::Key, item.field, true);
        if (isAt("environments/*/overrides/topicSettings"))
            addKafkaSettings();
        if (isAt("checks/severity"))
            for (const Rule &rule : rules())
                if (!isThere(rule.id))
                    addOwn(std::string(rule.id), Kind::Name, std::string(nameOf(rule.severity)),
                           true);
        if (isAt("environments/*/overrides/principals"))
            for (const Context &context : m_site.topology.contexts)
                addOwn(context.id.value, Kind::Context, context.spec->title, true);
    }

    void addValues()
    {
        for (const Setting &setting : settingTable())
            if (matches(setting.path, m_path) || isItemOf(setting.path))
                addValuesOf(documentationOf(setting));
        if (isItemOf("controlPlane"))
            for (const std::string &domain : m_site.topology.domains())
                addOwn(domain, Kind::Name, "domain", false);
        if (isAt("costs/environment"))
            for (const Environment &each : m_site.topology.workspace->settings().environments)
                addOwn(each.name, Kind::Name, "environment", false);
        if (isItemOf("checks/skip"))
            for (const Rule &rule : conformance::rules())
                if (rule.isAdvice)
                    addOwn(std::string(rule.id), Kind::Name, "", false);
        const bool isKafka =
            m_path.size() == 5 && matches("environments/*/overrides/topicSettings/*", m_path);
        if (const auto *kafka = isKafka ? asyncapi::findKafkaSetting(m_path.back()) : nullptr)
            addKafkaValues(*kafka);
    }

private:
    bool isAt(std::string_view pattern) const { return matches(pattern, m_path); }

    bool isItemOf(std::string_view pattern) const
    {
        const bool isItem = m_site.word.parent && m_site.word.parent->kind == yaml::Kind::Sequence;
        return isItem && matches(pattern, Path(m_path.begin(), m_path.end() - 1));
    }

    /// Environments are named, terms are listed.
    static bool isList(std::string_view items) { return items == "glossary/*"; }

    bool isThere(std::string_view key) const
    {
        if (!m_site.isKey)
            return false;
        const auto &entries = m_site.word.parent->entries;
        return std::any_of(entries.begin(), entries.end(), [&](const yaml::Entry &entry) {
            return entry.key != &m_site.word && entry.key->value == key;
        });
    }

    void addKey(const Setting &setting, bool isItem)
    {
        add(m_offers, std::string(split(setting.path).second), Kind::Key,
            setting.isRequired ? "required" : "", documentationOf(setting));
        Offer &offer = m_offers.back();
        offer.shape = setting.shape;
        offer.isKey = true;
        offer.isItem = isItem;
        offer.goesOn = true;
    }

    void addOwn(const std::string &text, Kind kind, const std::string &detail, bool isKey)
    {
        add(m_offers, text, kind, detail, {});
        m_offers.back().isKey = isKey;
    }

    void addKafkaSettings()
    {
        for (const asyncapi::KafkaSetting &setting : asyncapi::kafkaSettings()) {
            if (setting.removed || isThere(setting.name))
                continue;
            add(m_offers, std::string(setting.name), Kind::Key, "",
                note("Kafka topic setting", std::string(setting.name),
                     std::string(setting.meaning)));
            m_offers.back().documentation.defaultValue = setting.defaultValue;
            m_offers.back().isKey = true;
            m_offers.back().goesOn = true;
        }
    }

    void addKafkaValues(const asyncapi::KafkaSetting &setting)
    {
        reference::Documentation found =
            note("Kafka topic setting", std::string(setting.name), std::string(setting.meaning));
        found.defaultValue = setting.defaultValue;
        for (const std::string_view choice : setting.choices)
            found.values.push_back({std::string(choice), {}});
        if (setting.type == asyncapi::KafkaSetting::Type::Boolean)
            found.values = {{"true", {}}, {"false", {}}};
        addValuesOf(found);
    }

    void addValuesOf(const reference::Documentation &field)
    {
        for (const reference::Value &value : field.values) {
            add(m_offers, value.name, Kind::Value,
                value.name == field.defaultValue ? "default" : "", field);
            const bool isFlag = value.name == "true" || value.name == "false" ||
                                value.name == "1" || value.name == "on" || value.name == "off";
            m_offers.back().isPlain = isFlag;
        }
    }

    const Site &m_site;
    Offers &m_offers;
    const Path &m_path;
};

} // namespace

void addSettings(const Site &site, Offers &offers)
{
    Settings settings(site, offers);
    if (site.isKey || site.caret.place == Caret::Place::AfterDash)
        settings.addKeys();
    if (!site.isKey)
        settings.addValues();
}

} // namespace meshwright::completion
