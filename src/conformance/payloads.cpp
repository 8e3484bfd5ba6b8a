// SPDX-License-Identifier: Apache-2.0
#include "conformance/payloads.h"

#include "asyncapi/payloadreach.h"
#include "meshwright/schema/payload.h"
#include "meshwright/yaml/scalarplace.h"

#include <set>
#include <tuple>

namespace meshwright::conformance {

namespace {

using asyncapi::Payload;
using asyncapi::Spot;
using schema::FormatKind;

constexpr std::string_view rule = "asyncapi/payload";

class Payloads
{
public:
    explicit Payloads(Check &check)
        : m_check(check)
        , m_reach(check.files, check.resolver, check.spec.dependencies)
    {}

    void judge(const Payload &payload)
    {
        const auto format = asyncapi::schemaFormatOf(payload);
        const FormatKind kind = schema::readFormat(format).kind;
        if (kind == FormatKind::Own || lacksSchema(payload))
            return; // the document's structure is told of
        if (!m_seen.emplace(format, payload.node, payload.file, payload.formatPlace).second)
            return;
        switch (kind) {
        case FormatKind::Own:
            return;
        case FormatKind::Unknown:
            return reportFormat(payload, Severity::Warning,
                                "Nothing is known of the schema format '" + format +
                                    "', so the payload is not checked. Correct it, or leave it "
                                    "where your tools know it.");
        case FormatKind::NotChecked:
            return reportFormat(payload, Severity::Info,
                                "Payloads of the format '" + format + "' are not checked.");
        case FormatKind::Avro:
        case FormatKind::OpenApi:
        case FormatKind::Protobuf:
            return judgeSchema(payload, format);
        }
    }

    /// AsyncAPI 3: a schema of the components may be in any format too.
    void judgeComponents()
    {
        const auto components = m_check.resolver.value(m_check.root, "components");
        const auto schemas = m_check.resolver.value(components, "schemas");
        if (m_check.spec.major != 3 || !schemas)
            return;
        for (const auto &entry : schemas.node->mergedEntries()) {
            const auto multi = m_check.resolver.follow({schemas.file, &entry.value->resolved()});
            const auto format = m_check.resolver.child(multi, "schemaFormat");
            const auto written = m_check.resolver.child(multi, "schema");
            if (format && format.node->isString() && written)
                judge(payloadFrom(format, written));
        }
    }

private:
    /// `{schemaFormat: …}` with no schema.
    bool lacksSchema(const Payload &payload) const
    {
        return m_check.spec.major == 3 && payload.node && payload.node->find("schemaFormat");
    }

    Payload payloadFrom(const Spot &format, const Spot &written)
    {
        Payload payload;
        payload.place = {*written.file, written.node->range};
        payload.format = format.node->value;
        payload.formatPlace = {*format.file, format.node->range};
        payload.file = *written.file;
        payload.node = written.node;
        if (const auto *reference = asyncapi::referenceOf(*written.node)) {
            const auto &target = m_check.resolver.resolve(*written.file, reference->value);
            payload.file = target.file;
            payload.node = target.node;
        }
        return payload;
    }

    void judgeSchema(const Payload &payload, const std::string &format)
    {
        const auto document = m_check.documentOf(payload.file);
        if (document && !document->isComplete())
            return; // its syntax error is told where it is
        const auto schema = m_reach.schemaOf(payload);
        if (schema.node && !schema.text && schema::readFormat(format).kind == FormatKind::Protobuf)
            report(m_check, rule, {schema.node.file, schema.node.node},
                   "A Protobuf schema is a text: write it as one, or refer to a .proto file.");
        const auto checked = schema::checkPayload(format, schema, m_reach.reach());
        const bool isInline = schema.node && schema.text;
        for (const auto &fault : checked.faults)
            reportFault(fault, isInline && fault.file == payload.file ? schema.node.node : nullptr);
    }

    /// `scalar`: the fault's range is in the text of this scalar.
    void reportFault(const schema::PayloadFault &fault, const yaml::Node *scalar)
    {
        if (!m_told.emplace(fault.file, fault.range, fault.message, scalar).second)
            return; // two payloads share what is at fault
        const auto severity = fault.isError ? Severity::Error : Severity::Warning;
        const auto *node = scalar ? scalar : fault.node;
        if (!node) {
            reportPlace({fault.file, fault.range}, severity, fault.message);
            return;
        }
        // Without plug-ins the reference parser reads no other format than AsyncAPI's own.
        auto &found = asOurOwn(report(m_check, rule, {&fault.file, node}, fault.message), severity);
        if (const auto range = scalar ? rangeIn(fault, *scalar) : std::nullopt)
            found.range = *range;
    }

    std::optional<Range> rangeIn(const schema::PayloadFault &fault, const yaml::Node &scalar) const
    {
        const auto document = m_check.documentOf(fault.file);
        if (!document)
            return std::nullopt;
        const auto begin = yaml::placeInText(*document->text(), scalar, fault.range.begin);
        const auto end = yaml::placeInText(*document->text(), scalar, fault.range.end);
        if (!begin || !end || *end < *begin)
            return std::nullopt;
        return Range{*begin, *end};
    }

    void reportFormat(const Payload &payload, Severity severity, std::string message)
    {
        const bool isWritten = !payload.formatPlace.file.empty();
        reportPlace(isWritten ? payload.formatPlace : payload.place, severity, std::move(message));
    }

    void reportPlace(const asyncapi::Place &place, Severity severity, std::string message)
    {
        Diagnostic &found = addFinding(m_check, rule, place.file);
        found.severity = severity;
        found.message = std::move(message);
        found.range = place.range;
        const auto document = m_check.isSurplus ? nullptr : m_check.documentOf(place.file);
        if (document)
            if (const auto *node = document->nodeAt(place.range.begin))
                found.path = document->pathTo(*node);
    }

    Check &m_check;
    asyncapi::PayloadReach m_reach;
    std::set<std::tuple<std::string, const yaml::Node *, std::string, asyncapi::Place>> m_seen;
    std::set<std::tuple<std::string, Range, std::string, const yaml::Node *>> m_told;
};

} // namespace

void checkPayloads(Check &check)
{
    Payloads payloads(check);
    asyncapi::forEachPayload(check.spec, [&](const Payload &each) { payloads.judge(each); });
    payloads.judgeComponents();
}

} // namespace meshwright::conformance
