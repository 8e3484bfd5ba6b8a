// SPDX-License-Identifier: Apache-2.0
#include "ui/symbols/symboltexts.h"

#include "ui/text/text.h"

#include <QCoreApplication>

namespace meshwright::ui {

namespace {

class Symbols
{
    Q_DECLARE_TR_FUNCTIONS(Symbols)
};

} // namespace

QString symbolTitle(const symbols::Symbol &symbol)
{
    const QString name = toQt(symbol.name);
    switch (symbol.kind) {
    case symbols::Kind::Topic:
        return Symbols::tr("Topic %1").arg(name);
    case symbols::Kind::Context:
        return Symbols::tr("Bounded context %1").arg(name);
    case symbols::Kind::Domain:
        return Symbols::tr("Domain %1, with all its contexts").arg(name);
    case symbols::Kind::Message:
        return Symbols::tr("Message %1").arg(name);
    case symbols::Kind::Component:
        return Symbols::tr("Component %1").arg(name);
    case symbols::Kind::Field:
        return Symbols::tr("Field %1").arg(name);
    case symbols::Kind::Tag:
        return Symbols::tr("Tag %1").arg(name);
    case symbols::Kind::Type:
        return Symbols::tr("Avro type %1").arg(name);
    case symbols::Kind::File:
        return Symbols::tr("File %1").arg(name);
    }
    return name;
}

const char *symbolIconName(symbols::Kind kind)
{
    switch (kind) {
    case symbols::Kind::Topic:
        return "topic";
    case symbols::Kind::Context:
        return "context";
    case symbols::Kind::Domain:
        return "domain";
    case symbols::Kind::Message:
    case symbols::Kind::Component:
    case symbols::Kind::Field:
    case symbols::Kind::Type:
        return "schema";
    case symbols::Kind::Tag:
    case symbols::Kind::File:
        break;
    }
    return "spec";
}

QString roleName(symbols::Role role)
{
    switch (role) {
    case symbols::Role::Declared:
        return Symbols::tr("declared");
    case symbols::Role::Consumed:
        return Symbols::tr("consumed");
    case symbols::Role::Granted:
        return Symbols::tr("granted");
    case symbols::Role::Referenced:
        break;
    }
    return Symbols::tr("referenced");
}

QString usagesHeadline(const symbols::Symbol &symbol, int uses, int files)
{
    return Symbols::tr("%1: %2, %3")
        .arg(symbolTitle(symbol), Symbols::tr("%n place(s)", nullptr, uses),
             Symbols::tr("%n file(s)", nullptr, files));
}

} // namespace meshwright::ui
