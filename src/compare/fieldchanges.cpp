// SPDX-License-Identifier: Apache-2.0
#include "compare/fieldchanges.h"

#include "compare/typereading.h"

#include <algorithm>
#include <map>

namespace meshwright::compare {

namespace {

using schema::Field;
using schema::FormatKind;

using Fields = std::map<std::string, const Field *>;

Fields byPath(const std::vector<Field> &fields)
{
    Fields all;
    for (const auto &field : fields)
        all.emplace(field.path, &field);
    return all;
}

bool liesIn(const std::string &path, const std::string &outer)
{
    if (!path.starts_with(outer) || path.size() == outer.size())
        return false;
    const char next = path[outer.size()];
    return next == '.' || next == '[' || next == '{';
}

std::string parentOf(const std::string &path)
{
    const auto dot = path.rfind('.');
    return dot == std::string::npos ? std::string() : path.substr(0, dot);
}

std::string yesNo(bool value, const char *yes, const char *no)
{
    return value ? yes : no;
}

class FieldComparer
{
public:
    FieldComparer(FormatKind format, const std::vector<Field> &base, const std::vector<Field> &next)
        : m_format(format)
        , m_base(byPath(base))
        , m_next(byPath(next))
    {}

    std::vector<FieldChange> run()
    {
        pairByNumber();
        for (const auto &[path, base] : m_base) {
            const auto next = m_next.find(path);
            if (next != m_next.end())
                compareBoth(*base, *next->second);
        }
        for (const auto &[path, field] : m_base)
            if (!m_next.contains(path) && !m_renamed.contains(field))
                addGone(*field);
        for (const auto &[path, field] : m_next)
            if (!m_base.contains(path) && !m_renamed.contains(field))
                addNew(*field);
        return std::move(m_changes);
    }

private:
    /// A Protobuf field with the same number in the same message is the same field.
    void pairByNumber()
    {
        for (const auto &[path, base] : m_base) {
            if (!base->number || m_next.contains(path))
                continue;
            for (const auto &[other, next] : m_next)
                if (next->number == base->number && !m_base.contains(other) &&
                    parentOf(other) == parentOf(path)) {
                    m_renamed.emplace(base, next);
                    m_renamed.emplace(next, base);
                    add(ChangeKind::FieldRenamed, *next, path, other, {}, base, next);
                    m_settled.push_back(path);
                    m_settled.push_back(other);
                    compareBoth(*base, *next);
                }
        }
    }

    void addGone(const Field &field)
    {
        if (isSettled(field.path))
            return;
        m_settled.push_back(field.path);
        std::vector<Reason> reasons;
        if (field.isRequired)
            reasons.push_back(Reason::OldReaders);
        add(ChangeKind::FieldRemoved, field, typeOf(field), std::nullopt, reasons, &field, nullptr);
    }

    void addNew(const Field &field)
    {
        if (isSettled(field.path))
            return;
        m_settled.push_back(field.path);
        std::vector<Reason> reasons;
        if (field.isRequired)
            reasons.push_back(Reason::OldRecords);
        add(ChangeKind::FieldAdded, field, std::nullopt, typeOf(field), reasons, nullptr, &field);
    }

    void compareBoth(const Field &base, const Field &next)
    {
        compareTypes(base, next);
        compareRequired(base, next);
        compareNullable(base, next);
        compareValues(base, next);
        if (base.number != next.number)
            add(ChangeKind::FieldNumberChanged, next, std::to_string(base.number.value_or(0)),
                std::to_string(next.number.value_or(0)), {Reason::OldReaders, Reason::OldRecords},
                &base, &next);
        compareMarks(base, next);
    }

    void compareTypes(const Field &base, const Field &next)
    {
        if (base.type == next.type)
            return;
        std::vector<Reason> reasons;
        if (!canRead(m_format, base.type, next.type))
            reasons.push_back(Reason::OldReaders);
        if (!canRead(m_format, next.type, base.type))
            reasons.push_back(Reason::OldRecords);
        if (!reasons.empty())
            m_settled.push_back(next.path);
        add(ChangeKind::FieldTypeChanged, next, base.type, next.type, reasons, &base, &next);
    }

    /// In Avro, a default that comes or goes changes nothing for a field that every record has.
    void compareRequired(const Field &base, const Field &next)
    {
        if (base.isRequired == next.isRequired)
            return;
        std::vector<Reason> reasons;
        if (m_format != FormatKind::Avro)
            reasons.push_back(base.isRequired ? Reason::OldReaders : Reason::OldRecords);
        const auto text = [&](bool value) {
            return m_format == FormatKind::Avro ? yesNo(value, "no default", "a default")
                                                : yesNo(value, "required", "optional");
        };
        add(ChangeKind::FieldRequiredChanged, next, text(base.isRequired), text(next.isRequired),
            reasons, &base, &next);
    }

    void compareNullable(const Field &base, const Field &next)
    {
        if (base.isNullable == next.isNullable || m_format == FormatKind::Protobuf)
            return; // there the presence of a field is nothing that a record says
        add(ChangeKind::FieldNullableChanged, next, yesNo(base.isNullable, "nullable", "not null"),
            yesNo(next.isNullable, "nullable", "not null"),
            {next.isNullable ? Reason::OldReaders : Reason::OldRecords}, &base, &next);
    }

    void compareValues(const Field &base, const Field &next)
    {
        if (base.values.empty() != next.values.empty() && base.type == next.type) {
            const bool isOpen = next.values.empty();
            add(isOpen ? ChangeKind::FieldValueAdded : ChangeKind::FieldValueRemoved, next,
                std::nullopt, std::nullopt, {isOpen ? Reason::OldReaders : Reason::OldRecords},
                &base, &next);
            return;
        }
        if (base.values.empty() || next.values.empty())
            return;
        for (const auto &value : base.values)
            if (std::find(next.values.begin(), next.values.end(), value) == next.values.end())
                add(ChangeKind::FieldValueRemoved, next, value, std::nullopt,
                    unless(next.takesUnknownValues, Reason::OldRecords), &base, &next);
        for (const auto &value : next.values)
            if (std::find(base.values.begin(), base.values.end(), value) == base.values.end())
                add(ChangeKind::FieldValueAdded, next, std::nullopt, value,
                    unless(base.takesUnknownValues, Reason::OldReaders), &base, &next);
    }

    void compareMarks(const Field &base, const Field &next)
    {
        std::map<std::string, std::pair<std::optional<std::string>, std::optional<std::string>>>
            all;
        for (const auto &mark : base.annotations)
            all[mark.key].first = mark.value;
        for (const auto &mark : next.annotations)
            all[mark.key].second = mark.value;
        for (const auto &[key, both] : all) {
            if (both.first == both.second)
                continue;
            const auto text = [&key = key](const std::optional<std::string> &value) {
                return value ? std::optional(key + ": " + *value) : std::nullopt;
            };
            add(ChangeKind::FieldMarkChanged, next, text(both.first), text(both.second),
                meaningOf(key), &base, &next);
        }
    }

    /// Avro's marks that say how the bytes are to be read.
    std::vector<Reason> meaningOf(const std::string &key) const
    {
        const bool isMeaning = m_format == FormatKind::Avro &&
                               (key == "logicalType" || key == "scale" || key == "precision");
        return isMeaning ? std::vector{Reason::OldReaders, Reason::OldRecords}
                         : std::vector<Reason>();
    }

    static std::vector<Reason> unless(bool isFine, Reason reason)
    {
        return isFine ? std::vector<Reason>() : std::vector{reason};
    }

    static std::string typeOf(const Field &field)
    {
        return field.type + (field.isNullable ? ", nullable" : "");
    }

    bool isSettled(const std::string &path) const
    {
        return std::any_of(m_settled.begin(), m_settled.end(),
                           [&](const std::string &outer) { return liesIn(path, outer); });
    }

    void add(ChangeKind kind, const Field &named, std::optional<std::string> before,
             std::optional<std::string> after, std::vector<Reason> reasons, const Field *base,
             const Field *next)
    {
        m_changes.push_back({kind, named.path, std::move(before), std::move(after),
                             std::move(reasons), base, next});
    }

    FormatKind m_format;
    Fields m_base;
    Fields m_next;
    std::map<const Field *, const Field *> m_renamed;
    std::vector<std::string> m_settled; ///< what lies in them is not told
    std::vector<FieldChange> m_changes;
};

} // namespace

std::vector<FieldChange> compareFields(FormatKind format, const std::vector<Field> &base,
                                       const std::vector<Field> &next)
{
    return FieldComparer(format, base, next).run();
}

} // namespace meshwright::compare
