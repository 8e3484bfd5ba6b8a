// SPDX-License-Identifier: Apache-2.0
// Parts that moved may stand in front of the anchor that their aliases name.
#include "modelling/conversion.h"

namespace meshwright::modelling {

namespace {

class Settling
{
public:
    explicit Settling(Converting &converting)
        : m_converting(converting)
    {}

    void visit(Piece &piece)
    {
        if (piece.form == Piece::Form::Text)
            return;
        if (piece.form == Piece::Form::Source && !isSettled(*piece.node))
            piece.openMerged();
        if (piece.form == Piece::Form::Source) {
            walk(*piece.node, m_defined);
            return;
        }
        if (piece.node && !piece.node->anchor().empty() &&
            piece.head.find('&') != std::string::npos)
            m_defined[std::string(piece.node->anchor())] = piece.node;
        for (Part &part : piece.parts) {
            if (part.value.form == Piece::Form::Source &&
                part.value.node->kind == yaml::Kind::Alias && !isSettled(*part.value.node))
                writeOut(part);
            visit(part.value);
        }
    }

private:
    /// Whether every alias in it stands behind its anchor.
    bool isSettled(const yaml::Node &node)
    {
        auto defined = m_defined;
        return walk(node, defined);
    }

    void writeOut(Part &part)
    {
        m_converting.note(part.value, "The alias *" + part.value.node->text() +
                                          " is written out: it stands before its anchor now.");
        part.addAbove(part.value.comments());
        part.value = Piece::copyOf(*part.value.document, part.value.node->resolved());
    }

    using Anchors = std::map<std::string, const yaml::Node *>;

    static bool walk(const yaml::Node &node, Anchors &defined)
    {
        if (node.kind == yaml::Kind::Alias) {
            const auto found = defined.find(node.text());
            return !node.target || (found != defined.end() && found->second == node.target);
        }
        if (!node.anchor().empty())
            defined[std::string(node.anchor())] = &node;
        bool isFine = true;
        for (const yaml::Entry &entry : node.entries)
            isFine = walk(*entry.value, defined) && isFine;
        for (const yaml::Node *item : node.items)
            isFine = walk(*item, defined) && isFine;
        return isFine;
    }

    Converting &m_converting;
    Anchors m_defined;
};

} // namespace

void settleAliases(Converting &converting)
{
    Settling(converting).visit(converting.draft.root);
}

} // namespace meshwright::modelling
