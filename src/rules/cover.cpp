// SPDX-License-Identifier: Apache-2.0
#include "rules/cover.h"

#include <algorithm>
#include <vector>

#include "rules/leaf.h"

namespace tally {
namespace {

using Type = Expression::Type;
using Row = std::vector<const Expression*>;

constexpr int k_most_steps = 20'000;  // beyond them it cannot be told

// Both patterns as rows of nodes still to be matched; every step consumes a node of the inner one,
// in each way that it may be taken.
class Cover {
 public:
  Cover(const Lexicon& lexicon, bool mentions) : lexicon_(lexicon), mentions_(mentions) {}

  bool rows(const Row& outer, const Row& inner) {
    if (++steps_ > k_most_steps) {
      return false;
    }
    if (inner.empty()) {
      return std::all_of(
          outer.begin(), outer.end(), [](const Expression* node) { return may_be_empty(*node); });
    }
    const Expression& next = *inner.front();
    switch (next.type) {
      case Type::sequence:
      case Type::alternation:
      case Type::empty:
        return spliced_inner(outer, inner);
      case Type::repeat:
        if (next.at_least == 0 && next.at_most == 1) {
          return rows(outer, tail(inner)) &&
                 rows(outer, with_front(next.children.front(), tail(inner)));
        }
        return outer_takes(outer, inner);
      case Type::literal:
      case Type::named:
      case Type::choice:
      case Type::capture:
      case Type::gap:
        return outer_takes(outer, inner);
    }
    return false;
  }

 private:
  static Row tail(const Row& row) { return {row.begin() + 1, row.end()}; }
  static Row with_front(const Expression& node, Row rest) {
    rest.insert(rest.begin(), &node);
    return rest;
  }
  static Row with_children(const Expression& sequence, const Row& rest) {
    Row out;
    for (const Expression& child : sequence.children) {
      out.push_back(&child);
    }
    out.insert(out.end(), rest.begin(), rest.end());
    return out;
  }

  bool spliced_inner(const Row& outer, const Row& inner) {
    const Expression& next = *inner.front();
    if (next.type == Type::sequence) {
      return !next.glued && rows(outer, with_children(next, tail(inner)));
    }
    return std::all_of(next.children.begin(), next.children.end(), [&](const Expression& child) {
      return rows(outer, with_front(child, tail(inner)));
    });
  }

  // One of the ways in which the outer pattern may take the first node of the inner one.
  bool outer_takes(const Row& outer, const Row& inner) {
    if (outer.empty()) {
      return false;
    }
    const Expression& first = *outer.front();
    if (node(first, *inner.front()) && rows(tail(outer), tail(inner))) {
      return true;
    }
    if (first.type == Type::sequence && !first.glued) {
      return rows(with_children(first, tail(outer)), inner);
    }
    if (first.type == Type::alternation) {
      return std::any_of(first.children.begin(), first.children.end(), [&](const Expression& one) {
        return rows(with_front(one, tail(outer)), inner);
      });
    }
    if (first.type == Type::repeat) {
      return (first.at_least == 0 && rows(tail(outer), inner)) ||
             (first.at_least <= 1 && rows(with_front(first.children.front(), tail(outer)), inner));
    }
    return false;
  }

  // Does the one node match whatever the other does?
  bool node(const Expression& outer, const Expression& inner) {
    if (outer.glued && !inner.glued) {
      return false;
    }
    if (inner.type == Type::capture || outer.type == Type::capture) {
      return inner.type == outer.type && inner.text == outer.text &&
             rows({&outer.children.front()}, {&inner.children.front()});
    }
    if (inner.type == Type::gap || outer.type == Type::gap) {
      return inner.type == outer.type;
    }
    if (inner.type == Type::repeat || outer.type == Type::repeat) {
      return inner.type == outer.type && outer.at_least <= inner.at_least &&
             outer.at_most >= inner.at_most &&
             rows({&outer.children.front()}, {&inner.children.front()});
    }
    return is_leaf(outer) && is_leaf(inner) && leaf(outer, inner);
  }

  bool leaf(const Expression& outer, const Expression& inner) const {
    if (outer.type == Type::named && inner.type == Type::named && outer.text == inner.text) {
      return true;
    }
    const auto wide = codes_of_leaf(outer, lexicon_, mentions_);
    const auto narrow = codes_of_leaf(inner, lexicon_, mentions_);
    return !narrow.empty() && !takes_phrases(inner, lexicon_, mentions_) &&
           std::includes(wide.begin(), wide.end(), narrow.begin(), narrow.end());
  }

  const Lexicon& lexicon_;
  bool mentions_;
  int steps_ = 0;
};

}  // namespace

bool covers(const Expression& outer,
            const Expression& inner,
            const Lexicon& lexicon,
            bool mentions) {
  return Cover(lexicon, mentions).rows({&outer}, {&inner});
}

}  // namespace tally
