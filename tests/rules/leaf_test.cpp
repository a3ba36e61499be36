// SPDX-License-Identifier: Apache-2.0
#include "rules/leaf.h"

#include <doctest/doctest.h>

namespace tally {
namespace {

Expression leaf(Expression::Type type, std::string text) {
  Expression out{.type = type};
  out.text = std::move(text);
  return out;
}

TEST_CASE("a leaf that no text can match is told, with what to write instead") {
  using Type = Expression::Type;
  Forms forms;
  forms.suffix_clitics = {"'s"};
  forms.prefix_clitics = {"d'"};
  const LexiconClass empty{.name = "nobody"};
  const LexiconClass phrases{.name = "place", .entries = {{"air base", ""}}};
  const Lexicon lexicon(forms, {empty, phrases}, {"it's", "'s", "d'", "built", "x"});
  const auto fault = [&](const Expression& node) { return fault_of_leaf(node, lexicon, true); };
  CHECK(fault(leaf(Type::literal, "built")).empty());
  CHECK(fault(leaf(Type::literal, "'s")).empty());
  CHECK(fault(leaf(Type::literal, "d'")).empty());
  CHECK(fault(leaf(Type::literal, "it's")) ==
        "no token is 'it's', as text falls into 'it 's'; write it so");
  CHECK(fault(leaf(Type::named, "nobody")) == "'nobody' has no words");
  CHECK(fault(leaf(Type::named, "place")).empty());
  CHECK(fault(leaf(Type::named, "money.range")).empty());
  Expression choice{.type = Type::choice};
  choice.children.push_back(leaf(Type::named, "place"));
  CHECK_FALSE(fault(choice).empty());
  choice.negated = true;
  CHECK(fault(choice).empty());
}

}  // namespace
}  // namespace tally
