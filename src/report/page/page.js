// SPDX-License-Identifier: Apache-2.0
// Filters, search and keys of a report. Without scripts the page shows everything.
"use strict";

(function () {
  const byId = (id) => document.getElementById(id);
  const cards = Array.from(document.querySelectorAll(".card"));
  const sections = Array.from(document.querySelectorAll(".group"));
  const buttons = Array.from(document.querySelectorAll(".verdicts button"));
  const search = byId("search");
  const kind = byId("kind");
  const source = byId("source");
  const text = new Map(cards.map((card) => [card, card.textContent.toLowerCase()]));
  let current = null;

  const pressed = (button) => button.getAttribute("aria-pressed") === "true";
  const shown = (card) => !card.hidden;

  function matches(card, verdicts, words) {
    return verdicts.has(card.dataset.verdict) &&
      (!kind.value || card.dataset.kind === kind.value) &&
      (!source.value || card.dataset.sources.split(" ").includes(source.value)) &&
      words.every((word) => text.get(card).includes(word));
  }

  function apply() {
    const verdicts = new Set(buttons.filter(pressed).map((button) => button.dataset.verdict));
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const card of cards) {
      card.hidden = !matches(card, verdicts, words);
    }
    for (const section of sections) {
      section.hidden = !Array.from(section.querySelectorAll(".card")).some(shown);
    }
    const count = cards.filter(shown).length;
    byId("status").textContent = "Showing " + count + " of " + cards.length;
    byId("none").hidden = count > 0;
  }

  function reset() {
    buttons.forEach((button) => button.setAttribute("aria-pressed", "true"));
    search.value = kind.value = source.value = "";
    apply();
  }

  // The first click on a verdict shows it alone; the click that would leave nothing shows all again.
  function toggle(button) {
    const all = buttons.every(pressed);
    for (const other of buttons) {
      if (all || other === button) {
        other.setAttribute("aria-pressed", String(all ? other === button : !pressed(other)));
      }
    }
    if (!buttons.some(pressed)) {
      buttons.forEach((other) => other.setAttribute("aria-pressed", "true"));
    }
    apply();
  }

  function step(by) {
    const visible = cards.filter(shown);
    if (visible.length === 0) {
      return;
    }
    const at = visible.indexOf(current);
    const next = at < 0 ? (by > 0 ? 0 : visible.length - 1) : at + by;
    current = visible[Math.max(0, Math.min(visible.length - 1, next))];
    current.focus();
    current.scrollIntoView({ block: "start" });
  }

  function openDetails() {
    const card = document.activeElement && document.activeElement.closest(".card");
    for (const details of card ? card.querySelectorAll("details") : []) {
      details.open = !details.open;
    }
  }

  function onKey(event) {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "Escape") {
      reset();
      event.target.blur();
    } else if (typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    } else if (event.key === "/") {
      event.preventDefault();
      search.focus();
    } else if (event.key === "j" || event.key === "k") {
      step(event.key === "j" ? 1 : -1);
    } else if (event.key === "o") {
      openDetails();
    }
  }

  // On paper everything is open.
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = Array.from(document.querySelectorAll("details:not([open])"));
    opened.forEach((details) => { details.open = true; });
  });
  window.addEventListener("afterprint", () => {
    opened.forEach((details) => { details.open = false; });
  });

  buttons.forEach((button) => button.addEventListener("click", () => toggle(button)));
  search.addEventListener("input", apply);
  kind.addEventListener("change", apply);
  source.addEventListener("change", apply);
  byId("reset").addEventListener("click", reset);
  document.addEventListener("keydown", onKey);
  byId("toolbar").hidden = false;
  apply();
})();
