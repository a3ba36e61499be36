// SPDX-License-Identifier: Apache-2.0
// Web archives (WARC, ISO 28500) to documents.
#pragma once

#include <string>

#include "ingest/byte_stream.h"
#include "ingest/sink.h"
#include "model/layout.h"

namespace tally {

// Hands over the articles of an archive as they come: pages and plain texts of records `response`,
// `resource` and `conversion`; the record's address is the id, path and url. Images, scripts,
// redirects and error pages are passed over, and so are pages that hold no article. A record that
// is broken or too large is a fault that names its address. Needs the memory of one record.
Faults read_warc(ByteStream& in,
                 const std::string& name,
                 const Layout& layout,
                 const DocumentSink& sink);

}  // namespace tally
