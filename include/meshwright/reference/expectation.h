// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/reference/reference.h"

namespace meshwright::reference {

/// How the value of a field begins.
enum class Shape {
    Scalar,
    Mapping,
    Reference,  ///< a mapping with nothing but a `$ref`
    List,       ///< of mappings
    ScalarList, ///< of texts or numbers
};

/// A field that a mapping may have.
struct ExpectedField
{
    Documentation documentation; ///< its `field` is the key
    Shape shape = Shape::Scalar;
};

/// What a value of a document may be.
struct Expectation
{
    /// By name, where it may be a mapping; of a `$ref`, what it may lead to.
    std::vector<std::string> objects;
    std::vector<ExpectedField> fields;     ///< required ones first, then in their usual order
    std::vector<ExpectedField> itemFields; ///< of the mappings in it, where it may be a list
    /// The field of which this is the value, or is among the values. Of true and false its `values`
    /// tell, too.
    std::optional<Documentation> field;
};

/// What may be where `value` is: the fields that go with those that it has, where it is a mapping,
/// and everything that may be there, where it is a scalar. References are not followed. A document
/// that does not say its version is taken for one of the newest.
Expectation expectedAt(const yaml::Document &document, const yaml::Node &value, Dialect dialect);

} // namespace meshwright::reference
