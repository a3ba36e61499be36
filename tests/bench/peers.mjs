// SPDX-License-Identifier: Apache-2.0
// Runs one of the peers over articles and prints how many figures and dates it finds.
// usage: node peers.mjs NODE_MODULES recognizers|chrono|compromise ARTICLES.jsonl PASSES
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [modules, peer, articles, passes] = process.argv.slice(2);
const require = createRequire(join(modules, "peers.js"));
const texts = readFileSync(articles, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line).text);

// Each takes a text and gives the number of its findings; all that is needed is loaded here.
const peers = {
  // Every recognizer that finds something tally finds. By sentences, as it grows faster than its text.
  recognizers() {
    const suite = require("@microsoft/recognizers-text-suite");
    const all = ["Number", "Ordinal", "Percentage", "Age", "Currency", "Dimension", "Temperature", "DateTime"];
    return (text) =>
      text
        .split(/(?<=[.!?]["”’)]?)\s+/)
        .reduce((sum, part) => sum + all.reduce((some, kind) => some + suite[`recognize${kind}`](part, "en-us").length, 0), 0);
  },
  chrono() {
    const chrono = require("chrono-node");
    const reference = new Date(2017, 11, 29);
    return (text) => chrono.parse(text, reference).length;
  },
  compromise() {
    const nlp = require("compromise");
    return (text) => {
      const doc = nlp(text);
      return doc.numbers().length + doc.match("#Date+").length;
    };
  },
};

const read = peers[peer]();
let found = 0;
for (let pass = 0; pass < Number(passes); ++pass) {
  for (const text of texts) {
    found += read(text);
  }
}
console.log(found);
