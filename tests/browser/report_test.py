#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""HTML reports in a real browser: filters, keys, widths, colours, hostile text.

    report_test.py TALLY [DIRECTORY]   tests the program; screenshots go to the directory when given
Exit status 77, with a line that says why, where there is no browser.
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(__file__))
import webdriver  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
SKIPPED = 77
ESCAPE = "\ue00c"
WIDTHS = (360, 1280)

HOSTILE_WORDS = '<script>window.hacked = 1</script> "x\' onmouseover=hacked() <img src=x onerror=alert(1)>'
HOSTILE = {
    "a.txt": f"Title: {HOSTILE_WORDS}\nSource: Post <b>bold</b> & \u202eevil\nPublished: 2024-04-21\n\n"
             "The army depot in Lindal was built in 2016 at a cost of $30 million, said "
             f"{HOSTILE_WORDS} \U0001f600.\n\u05d4\u05de\u05d7\u05e1\u05df built in 2016 </blockquote></main>.\n",
    "b.txt": "Title: Depot </title><script>window.hacked = 2</script>\nSource: {{style}} Gazette\n"
             "Published: 2024-04-22\n\nThe army depot in Lindal was built in 2019 at a cost of $30 million, "
             f"{'long' * 60} <!-- said the mayor.\n",
}

program = ""
shots = None
pages = {}


def articles(story):
    return sorted(map(str, (ROOT / "samples" / story).glob("*.txt")))


def report(*arguments):
    done = subprocess.run([program, "check", "-f", "html", *arguments], stdout=subprocess.PIPE)
    assert done.returncode in (0, 1), done
    return done.stdout


def report_with_dismissed(database):
    report("--db", str(database), *articles("sahel"))
    subprocess.run([program, "review", "f3", "dismiss", "--note", "two <b>runways</b>",
                    "--db", str(database)], check=True, stderr=subprocess.DEVNULL)
    done = subprocess.run([program, "report", "-f", "html", "--db", str(database)],
                          stdout=subprocess.PIPE, check=True)
    return done.stdout


def make_pages(folder):
    for name, text in HOSTILE.items():
        (folder / name).write_text(text)
    hostile = [str(folder / name) for name in HOSTILE]
    made = {"sahel": report(*articles("sahel")),
            "earthquake": report(*articles("earthquake")),
            "hostile": report(*hostile),
            "draft": report("--draft", str(ROOT / "samples/sahel/draft.md"), *articles("sahel")),
            "hostile-draft": report("--draft", hostile[0], hostile[1]),
            "dismissed": report_with_dismissed(folder / "dismissed.db")}
    for name, html in made.items():
        pages[name] = folder / f"{name}.html"
        pages[name].write_bytes(html)


# Contrast by WCAG 2: the ratio of two colours given as "rgb(r, g, b)".
CONTRAST = """
const light = (text) => {
  const [r, g, b] = text.match(/[\\d.]+/g).map(Number).map((c) => c / 255)
      .map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ground = (e) => {
  for (; e; e = e.parentElement) {
    const colour = getComputedStyle(e).backgroundColor;
    if (!/, 0\\)$/.test(colour)) { return colour; }
  }
  return "rgb(255, 255, 255)";
};
const poor = [];
for (const e of document.querySelectorAll("h1,h2,h3,p,span,td,dd,dt,b,button,a,summary,mark,label,code")) {
  const own = Array.from(e.childNodes).some((n) => n.nodeType === 3 && n.textContent.trim());
  if (!own || !e.offsetParent || e.classList.contains("skip")) { continue; }
  const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x);
  const ratio = (a + 0.05) / (b + 0.05);
  if (ratio < 4.5) { poor.push(e.tagName + "." + e.className + " " + ratio.toFixed(2)); }
}
return poor;
"""

# Elements that reach beyond the window to the right and are not scrolled within their parent.
OVERFLOW = """
document.querySelectorAll("details").forEach((d) => { d.open = true; });
const wide = document.documentElement.scrollWidth;
if (wide <= window.innerWidth) { return []; }
return Array.from(document.querySelectorAll("body *"))
    .filter((e) => e.getBoundingClientRect().right > window.innerWidth + 1)
    .slice(0, 5).map((e) => e.tagName + "." + e.className);
"""

VISIBLE = """
return Array.from(document.querySelectorAll(".card")).filter((c) => c.offsetParent)
    .map((c) => c.dataset.verdict);
"""


class Reports(unittest.TestCase):
    def setUp(self):
        browser.size(1280)
        browser.media()

    def visible(self):
        return browser.run(VISIBLE)

    def status(self):
        return browser.run("return document.getElementById('status').textContent")

    def test_a_click_on_a_verdict_shows_it_alone_and_the_next_one_all(self):
        browser.open(pages["earthquake"])
        all_cards = self.visible()
        self.assertGreater(len(set(all_cards)), 1)
        browser.click(f".verdicts .{all_cards[0]}")
        self.assertEqual(set(self.visible()), {all_cards[0]})
        self.assertEqual(self.status(), f"Showing {len(self.visible())} of {len(all_cards)}")
        browser.click(f".verdicts .{all_cards[0]}")
        self.assertEqual(self.visible(), all_cards)

    def test_what_was_dismissed_is_shown_and_filtered_like_a_verdict(self):
        browser.open(pages["dismissed"])
        all_cards = self.visible()
        self.assertEqual(all_cards[-1], "dismissed")
        self.assertEqual(self.status(), f"Showing {len(all_cards)} of {len(all_cards)}")
        self.assertFalse(browser.run("return !!document.querySelector('.verdicts .conflict')"))
        browser.click(".verdicts .dismissed")
        self.assertEqual(self.visible(), ["dismissed"])
        words = browser.run("return document.querySelector('.card.dismissed').textContent")
        self.assertIn("two <b>runways</b>", words)
        self.assertIn("Dismissed conflict", words)
        browser.click(".verdicts .dismissed")
        self.assertEqual(self.visible(), all_cards)

    def test_search_kind_and_source_narrow_what_is_shown(self):
        browser.open(pages["sahel"])
        every = len(self.visible())
        browser.type("#search", "troops niger")
        self.assertEqual(len(self.visible()), browser.run(
            "return Array.from(document.querySelectorAll('.card')).filter((c) =>"
            " /troops/i.test(c.textContent) && /niger/i.test(c.textContent)).length"))
        self.assertLess(len(self.visible()), every)
        browser.press(ESCAPE)
        self.assertEqual(len(self.visible()), every)
        for select, attribute, value in (("kind", "kind", "money"), ("source", "sources", "s5")):
            browser.run("const s = document.getElementById(arguments[0]); s.value = arguments[1];"
                        "s.dispatchEvent(new Event('change'))", select, value)
            self.assertTrue(0 < len(self.visible()) < every)
            for words in browser.run(
                    "return Array.from(document.querySelectorAll('.card')).filter((c) => c.offsetParent)"
                    ".map((c) => c.dataset[arguments[0]])", attribute):
                self.assertIn(value, words.split())
            browser.click("#reset")
            self.assertEqual(len(self.visible()), every)

    def test_nothing_found_is_said(self):
        browser.open(pages["sahel"])
        browser.type("#search", "zeppelin")
        self.assertEqual(self.visible(), [])
        self.assertTrue(browser.run("return !document.getElementById('none').hidden"))
        self.assertFalse(browser.run("return !!document.querySelector('.group').offsetParent"))

    def test_keys_search_walk_and_open(self):
        browser.open(pages["sahel"])
        browser.press("/")
        self.assertEqual(browser.run("return document.activeElement.id"), "search")
        browser.press(ESCAPE)
        browser.press("j")
        first = browser.run("return document.activeElement.id")
        browser.press("j")
        second = browser.run("return document.activeElement.id")
        browser.press("k")
        self.assertNotEqual(first, second)
        self.assertEqual(browser.run("return document.activeElement.id"), first)
        opened = "return document.activeElement.querySelector('details').open"
        before = browser.run(opened)
        browser.press("o")
        self.assertNotEqual(browser.run(opened), before)

    def test_nothing_overflows_and_everything_can_be_read(self):
        for name, page in pages.items():
            for width in WIDTHS:
                for scheme in ("light", "dark"):
                    with self.subTest(page=name, width=width, scheme=scheme):
                        browser.size(width)
                        browser.media(prefers_color_scheme=scheme)
                        browser.open(page)
                        if shots:
                            browser.screenshot(f"{shots}/{name}-{width}-{scheme}.png")
                        self.assertEqual(browser.run("return window.innerWidth"), width)
                        self.assertEqual(browser.run(OVERFLOW), [])
                        self.assertEqual(browser.run(CONTRAST), [])

    def test_text_of_a_source_stays_text(self):
        for name in ("hostile", "hostile-draft"):
            with self.subTest(page=name):
                self.check_hostile(pages[name])

    def check_hostile(self, page):
        browser.messages()
        browser.open(page)
        self.assertIsNone(browser.run("return window.hacked"))
        self.assertEqual(browser.run("return document.querySelectorAll('script').length"), 1)
        self.assertEqual(browser.run("return document.querySelectorAll('img').length"), 0)
        handlers = "return Array.from(document.querySelectorAll('*')).flatMap((e) =>" \
                   " Array.from(e.attributes)).filter((a) => /^(on|style$)/.test(a.name)).length"
        self.assertEqual(browser.run(handlers), 0)
        text = browser.run("return document.body.textContent")
        for words in ("<script>window.hacked = 1</script>", "<img src=x onerror=alert(1)>", "{{style}}",
                      "</blockquote></main>", "\U0001f600", "\u05d4\u05de\u05d7\u05e1\u05df", "<b>bold</b>"):
            self.assertIn(words, text)
        self.assertNotIn("\u202e", text)
        self.assertTrue({"conflict", "contradicted"} & set(self.visible()))
        self.assertEqual(browser.messages(), [])

    def test_the_page_needs_no_network_and_its_policy_refuses_other_scripts(self):
        for page in pages.values():
            browser.messages()
            browser.open(page)
            self.assertEqual(browser.run("return performance.getEntriesByType('resource').length"), 0)
            self.assertEqual(browser.messages(), [])
            browser.run("const s = document.createElement('script'); s.textContent = 'window.evil = 1';"
                        "document.body.append(s)")
            self.assertIsNone(browser.run("return window.evil"))
            self.assertTrue(any("Content Security Policy" in one for one in browser.messages()))

    def test_a_figure_of_a_draft_leads_to_its_card(self):
        browser.open(pages["draft"])
        browser.click(".draft mark.contradicted")
        target = browser.run("return location.hash.slice(1)")
        self.assertEqual(browser.run("return document.getElementById(arguments[0]).dataset.verdict", target),
                         "contradicted")
        browser.click(".verdicts .supported")
        self.assertEqual(set(self.visible()), {"supported"})

    def test_on_paper_the_filters_go_and_everything_is_open(self):
        browser.open(pages["earthquake"])
        browser.media("print")
        hidden = "return getComputedStyle(document.getElementById('toolbar')).display"
        self.assertEqual(browser.run(hidden), "none")
        browser.run("window.dispatchEvent(new Event('beforeprint'))")
        self.assertEqual(browser.run("return document.querySelectorAll('details:not([open])').length"), 0)
        browser.run("window.dispatchEvent(new Event('afterprint'))")
        self.assertGreater(browser.run("return document.querySelectorAll('details:not([open])').length"), 0)
        self.assertGreater(len(browser.devtools("Page.printToPDF")["data"]), 10_000)


if __name__ == "__main__":
    if reason := webdriver.missing():
        print(f"browser tests skipped: {reason}")
        sys.exit(SKIPPED)
    program = os.path.abspath(sys.argv[1])
    shots = sys.argv[2] if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory() as folder, webdriver.Browser() as browser:
        make_pages(pathlib.Path(folder))
        outcome = unittest.main(argv=sys.argv[:1], exit=False).result
    sys.exit(not outcome.wasSuccessful())
