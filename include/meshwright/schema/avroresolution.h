// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace meshwright::schema {

/// An Avro schema, and the texts that define what it only names.
struct AvroText
{
    std::string text;
    std::vector<std::string> referred;
};

/// One reason why a reader can't read what a writer writes.
struct ResolutionFault
{
    enum class Kind {
        NoDefault, ///< the reader has a field that the writer lacks, and no default for it
        Type,      ///< no rule makes the reader's type of the writer's
        Name,      ///< two named types with different names
        Symbols,   ///< the writer has symbols that the reader does not know
        Size,      ///< of a fixed
        Branch,    ///< the writer may write a branch that the reader's type does not hold
        Unreadable ///< one of the texts is no Avro
    };

    Kind kind = Kind::Type;
    std::string path;   ///< order.lines[].sku; empty: the whole
    std::string reader; ///< the type, symbols or size
    std::string writer;

    bool operator==(const ResolutionFault &) const = default;
};

/// By the rules of schema resolution in the Avro specification; empty where every record can be
/// read.
std::vector<ResolutionFault> avroResolutionFaults(const AvroText &reader, const AvroText &writer);

/// Whether both say the same: layout, the order of keys, and how names are written don't count.
bool isSameAvro(std::string_view a, std::string_view b);
/// The full name of what the text defines; empty where it is no named type.
std::string avroName(std::string_view text);

} // namespace meshwright::schema
