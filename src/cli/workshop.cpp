// SPDX-License-Identifier: Apache-2.0
#include "cli/workshop.h"

#include <utility>

namespace tally::cli {

Workshop workshop_of(const Session& session, const std::vector<PackFile>& more) {
  Workshop shop{.files = pack_files_of(session)};
  const std::size_t layer = shop.files.empty() ? 0 : shop.files.back().layer + 1;
  for (PackFile file : more) {
    file.layer = layer;
    shop.files.push_back(std::move(file));
  }
  shop.pack = load_pack(shop.files, session.settings.disabled);
  shop.book = rule_book_of(shop.files, session.settings.disabled, *shop.pack);
  return shop;
}

Workshop sound_workshop_of(Session& session) {
  Workshop shop = workshop_of(session);
  complain(session, shop.pack->diagnostics);
  return shop;
}

}  // namespace tally::cli
