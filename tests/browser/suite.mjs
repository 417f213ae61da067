// The HTML reports in a browser: nothing fetched, nothing complained of, usable by keyboard, readable by everybody, whole on paper.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { Browser } from "./chromium.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, "../..");
const TARGET = process.env.CARGO_TARGET_DIR ?? join(ROOT, "target");
const PROGRAM = join(TARGET, "debug/gapcheck");
const AXE = readFileSync(join(HERE, "node_modules/axe-core/axe.min.js"), "utf8");
const COUNTRIES = ["alphaland", "betaland", "gammaland", "germany", "ghana"];
const FORMS = ["overview", "full"];
const DESKTOP = { size: [1280, 900] };
const PHONE = { size: [390, 844], phone: true };
const PAPERS = { A4: [8.27, 11.69], Letter: [8.5, 11] };

const folder = mkdtempSync(join(tmpdir(), "gapcheck-reports-"));
let browser;

const report = (country, form) => join(folder, `${country}-${form}.html`);

const gapcheck = (...call) => execFileSync(PROGRAM, call, { cwd: ROOT, stdio: ["ignore", "ignore", "pipe"] });
const assess = (file, output, ...more) => gapcheck("assess", file, "--output", output, ...more);

/** The reports that are not on one country. */
const OTHERS = {
  "cooperation of two": ["cooperate", "examples/alphaland", "examples/betaland", "--form", "full"],
  "cooperation of five": ["cooperate", ...COUNTRIES.map((country) => `examples/${country}`)],
  progress: ["diff", "examples/alphaland/alphaland.yaml", "--as-at", "2003-01-01", "--as-at", "2026-06-30"],
  crosswalk: ["checklists", "crosswalk"],
  "a checklist": ["checklists", "show", "budapest"],
};

before(async () => {
  for (const country of COUNTRIES) {
    for (const form of FORMS) {
      const conventions = ["--checklist", "budapest", "--checklist", "un-cybercrime"];
      const more = [...conventions, "--if-enacted", "all", "--form", form];
      assess(`examples/${country}/${country}.yaml`, report(country, form), ...more);
    }
  }
  // What someone might write into a file to do harm to its readers.
  cpSync(join(ROOT, "tests/diagnostics/model-law.yaml"), join(folder, "model-law.yaml"));
  const hostile = readFileSync(join(ROOT, "tests/html/hostile.yaml"), "utf8");
  writeFileSync(join(folder, "hostile.yaml"), hostile.replaceAll("LONG", "W".repeat(10_000)));
  for (const form of FORMS) {
    const checklist = join(folder, "model-law.yaml");
    assess(join(folder, "hostile.yaml"), report("hostile", form), "--checklist", checklist, "--form", form);
  }
  for (const [name, call] of Object.entries(OTHERS)) gapcheck(...call, "--output", join(folder, `${name}.html`));
  browser = await Browser.start(process.env.CHROMIUM ?? "chromium");
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a file, does something in it, and wants it to have been quiet and alone. */
const visit = async (file, options, act) => {
  const page = await browser.open(file, options);
  try {
    await act(page);
    assert.deepEqual(page.complaints, [], "the browser complains");
    const foreign = page.requests.filter((url) => !url.startsWith("file://") || !url.includes(".html"));
    assert.deepEqual(foreign, [], "something was fetched");
    assert.equal(page.requests.length, 1, "more than the page was read");
  } finally {
    await page.close();
  }
};

const widthIsRight = async (page) => {
  const [wide, window] = await page.value("[document.documentElement.scrollWidth, innerWidth]");
  assert.ok(wide <= window, `${wide} pixels on a screen of ${window}`);
};

for (const country of [...COUNTRIES, "hostile"]) {
  for (const form of FORMS) {
    test(`${country}, ${form}: quiet, alone, and as wide as the screen`, async () => {
      for (const options of [DESKTOP, PHONE, { size: [820, 1100] }]) {
        await visit(report(country, form), options, widthIsRight);
      }
    });
  }
}

for (const name of Object.keys(OTHERS)) {
  test(`${name}: quiet, alone, accessible, and as wide as the screen and the sheet`, async () => {
    const file = join(folder, `${name}.html`);
    for (const options of [DESKTOP, PHONE]) await visit(file, options, widthIsRight);
    await visit(file, DESKTOP, async (page) => {
      await axe(page);
      for (const inches of Object.values(PAPERS)) {
        everythingIsOnItsSheet(await page.print(inches));
      }
    });
  });
}

test("everything can be read with scripts off", async () => {
  const file = report("alphaland", "full");
  const words = "document.getElementById('report').innerText.replace(/\\s+/g, ' ')";
  let with_scripts;
  await visit(file, DESKTOP, async (page) => {
    await page.value("for (const one of document.querySelectorAll('.copy, [role=status]')) one.remove()");
    with_scripts = await page.value(words);
  });
  await visit(file, { ...DESKTOP, scripts: false }, async (page) => {
    // The page runs no script, but its tree can be asked for.
    const { root } = await page.send("DOM.getDocument", { depth: 0 });
    const { nodeId } = await page.send("DOM.querySelector", { nodeId: root.nodeId, selector: "#report" });
    const { object } = await page.send("DOM.resolveNode", { nodeId });
    const call = { objectId: object.objectId, returnByValue: true };
    const ask = async (body) => {
      const functionDeclaration = `function () { return ${body}; }`;
      return (await page.send("Runtime.callFunctionOn", { ...call, functionDeclaration })).result.value;
    };
    assert.equal(await ask("this.innerText.replace(/\\s+/g, ' ')"), with_scripts);
    assert.equal(await ask("document.getElementById('filter').checkVisibility()"), false);
    assert.equal(await ask("document.querySelectorAll('button.copy').length"), 0);
  });
});

// ---- filter ----

const choose = (page, name, value) =>
  page.value(`(() => {
    const choice = document.querySelector('select[name="${name}"]');
    choice.value = ${JSON.stringify(value)};
    choice.dispatchEvent(new Event("change"));
  })()`);
const shown = (page, selector) =>
  page.value(`Array.from(document.querySelectorAll(${JSON.stringify(selector)}))
    .filter((one) => one.checkVisibility()).map((one) => ({ ...one.dataset }))`);
const count = (page) => page.value("document.querySelector('.count').textContent");
const ROWS = "tr[data-verdict]:not(.group)";
const SECTIONS = "section[data-verdict]";

test("the filter shows what was asked for and says how much of how much", async () => {
  await visit(report("alphaland", "full"), DESKTOP, async (page) => {
    const all = { rows: (await shown(page, ROWS)).length, sections: (await shown(page, SECTIONS)).length };
    assert.equal(await count(page), `Shown: all ${all.sections} requirements and all ${all.rows} table rows.`);

    await choose(page, "verdict", "missing");
    let rows = await shown(page, ROWS);
    let sections = await shown(page, SECTIONS);
    assert.ok(rows.length > 0 && sections.length > 0 && sections.length < all.sections);
    assert.ok([...rows, ...sections].every((one) => one.verdict === "missing"));
    assert.equal(
      await count(page),
      `Shown: ${sections.length} of ${all.sections} requirements and ${rows.length} of ${all.rows} table rows, where: □ not in place.`,
    );

    await choose(page, "chapter", "1");
    sections = await shown(page, SECTIONS);
    assert.ok(sections.length > 0 && sections.every((one) => one.verdict === "missing" && one.chapter === "1"));
    // No heading is left over a chapter of which nothing is shown, neither in the report nor in its contents.
    const empty = await page.value(`Array.from(document.querySelectorAll("main section"))
      .filter((one) => one.checkVisibility() && one.querySelector("section[data-verdict]"))
      .filter((one) => !Array.from(one.querySelectorAll("section[data-verdict]")).some((part) => part.checkVisibility())).length`);
    assert.equal(empty, 0);
    const dead = await page.value(`Array.from(document.querySelectorAll("#contents a"))
      .filter((link) => link.checkVisibility() && !document.getElementById(link.hash.slice(1)).checkVisibility()).length`);
    assert.equal(dead, 0);

    await page.value("document.querySelector('.filter button').click()");
    assert.equal((await shown(page, ROWS)).length, all.rows);
    assert.equal(await page.value("document.activeElement.name"), "verdict", "the focus is not lost");

    await choose(page, "laws", "0");
    rows = await shown(page, ROWS);
    assert.ok(rows.length > 0 && rows.every((one) => one.laws.split(" ").includes("0")));
    await choose(page, "laws", "none");
    rows = await shown(page, ROWS);
    assert.ok(rows.length > 0 && rows.every((one) => one.laws === ""));
    await choose(page, "verdict", "in-place");
    assert.equal((await shown(page, ROWS)).length, 0);
    assert.match(await count(page), /^Shown: 0 of /);
    assert.equal((await shown(page, "p.none")).length, 2, "each table says that no row fits");
  });
});

test("the overview is filtered too", async () => {
  await visit(report("ghana", "overview"), PHONE, async (page) => {
    const all = (await shown(page, ROWS)).length;
    await choose(page, "verdict", "partly");
    const rows = await shown(page, ROWS);
    assert.ok(rows.length > 0 && rows.length < all && rows.every((one) => one.verdict === "partly"));
    assert.equal((await shown(page, "section[aria-label=Filter]")).length, 1);
  });
});

// ---- anchors ----

test("every link leads somewhere, and what it leads to is not under the bar", async () => {
  await visit(report("alphaland", "full"), DESKTOP, async (page) => {
    const lost = await page.value(`Array.from(document.querySelectorAll("a[href]"))
      .map((link) => link.getAttribute("href")).filter((href) => !document.getElementById(href.slice(1)))`);
    assert.deepEqual(lost, []);
    const gap = "main li a.jump";
    const href = await page.value(`document.querySelector(${JSON.stringify(gap)}).getAttribute("href")`);
    await page.value(`document.querySelector(${JSON.stringify(gap)}).click()`);
    const [tag, top, bar] = await page.value(`(() => {
      const target = document.querySelector(":target");
      return [target.tagName, target.getBoundingClientRect().top, document.getElementById("filter").getBoundingClientRect().bottom];
    })()`);
    assert.match(href, /correspondence/);
    assert.equal(tag, "TR");
    assert.ok(top >= bar && top < 400, `the row begins at ${top}, the bar ends at ${bar}`);
  });
});

test("an address with a place in it leads there, and not under the bar", async () => {
  await visit(`${report("alphaland", "full")}#budapest/art-5`, DESKTOP, async (page) => {
    const [top, bar] = await page.value(`["#budapest\\\\/art-5", "#filter"].map((one) => document.querySelector(one).getBoundingClientRect())
      .map((box, place) => (place === 0 ? box.top : box.bottom))`);
    assert.ok(top >= bar && top < 400, `the heading begins at ${top}, the bar ends at ${bar}`);
  });
});

test("a link to what the filter hides shows it again, and says so", async () => {
  await visit(report("alphaland", "full"), DESKTOP, async (page) => {
    await choose(page, "verdict", "in-place");
    const hidden = "budapest/art-16-1";
    assert.equal(await page.value(`document.getElementById("${hidden}").checkVisibility()`), false);
    await page.value(`location.hash = "${hidden}"`);
    await page.value("new Promise((done) => setTimeout(done, 100))");
    assert.equal(await page.value(`document.getElementById("${hidden}").checkVisibility()`), true);
    assert.match(await page.value("Array.from(document.querySelectorAll('[role=status]'), (one) => one.textContent).join()"), /filter was removed/);
  });
});

// ---- keyboard ----

const focused = (page) =>
  page.value(`(() => {
    const one = document.activeElement;
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    return {
      tag: one.tagName, name: one.name ?? "", class: one.className, text: one.textContent.trim(), id: one.id,
      outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
      seen: box.width > 0 && box.height > 0 && box.left >= 0 && style.opacity === "1",
    };
  })()`);

test("the keyboard reaches everything, in order, and what it reaches is seen", async () => {
  await visit(report("alphaland", "overview"), DESKTOP, async (page) => {
    const stops = [];
    for (let step = 0; step < 60; step += 1) {
      await page.press("Tab");
      const one = await focused(page);
      if (one.tag === "BODY") break;
      assert.ok(one.outlined && one.seen, `${one.tag} ${one.text} has no focus that is seen`);
      stops.push(one);
    }
    assert.equal(stops[0].class, "skip");
    const place = (fits) => stops.findIndex(fits);
    const order = [
      place((one) => one.text === "What is missing"),
      place((one) => one.name === "verdict"),
      place((one) => one.name === "chapter"),
      place((one) => one.name === "laws"),
      place((one) => one.tag === "A" && one.text.startsWith("Art. ")),
      place((one) => one.class === "copy"),
    ];
    assert.ok(order.every((one) => one >= 0), `not all was reached: ${order}`);
  });
});

test("the first stop leads past contents and filter", async () => {
  await visit(report("alphaland", "overview"), DESKTOP, async (page) => {
    await page.press("Tab");
    await page.press("Enter");
    assert.equal((await focused(page)).id, "report");
  });
});

test("rows are copied by keyboard: one stop a table, arrows between its rows", async () => {
  await visit(report("alphaland", "overview"), DESKTOP, async (page) => {
    const stops = await page.value(`Array.from(document.querySelectorAll("main table"),
      (table) => table.querySelectorAll('.copy[tabindex="0"]').length)`);
    assert.ok(stops.length > 4 && stops.every((number) => number === 1), `${stops}`);
    await page.value(`document.querySelector(".copy").focus()`);
    await page.press("ArrowDown");
    const cells = await page.value(`(() => {
      const row = document.activeElement.closest("tr");
      return [row.rowIndex, ...Array.from(row.cells, (cell) => cell.innerText.replace("Copy row", "").trim())];
    })()`);
    assert.equal(cells.shift(), 2);
    await page.press("Enter");
    await page.value("new Promise((done) => setTimeout(done, 200))");
    const copied = await page.value("navigator.clipboard.readText()");
    assert.equal(copied, cells.join("\t"));
    assert.ok(copied.split("\t").length === 5);
    assert.equal((await focused(page)).text, "Copied");
    assert.match(await page.value("Array.from(document.querySelectorAll('[role=status]'), (one) => one.textContent).join()"), /Row copied/);
    await page.press("ArrowUp");
    await page.press("ArrowUp");
    assert.equal(await page.value("document.activeElement.closest('tr').rowIndex"), 1);
  });
});

test("what begins like a formula is copied as text", async () => {
  await visit(report("alphaland", "overview"), DESKTOP, async (page) => {
    await page.value(`document.querySelector("main tbody td").textContent = "=1+1"`);
    await page.value(`document.querySelector(".copy").click()`);
    await page.value("new Promise((done) => setTimeout(done, 200))");
    assert.equal((await page.value("navigator.clipboard.readText()")).split("\t")[1], "'=1+1");
  });
});

// ---- for everybody ----

const axe = async (page) => {
  await page.value(AXE);
  const found = await page.value(`axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    resultTypes: ["violations"],
  }).then(({ violations }) => violations.map((one) => one.id + ": " + one.help + " " + one.nodes.slice(0, 3).map((node) => node.html).join(" ")))`);
  assert.deepEqual(found, []);
};

for (const [country, form] of [...COUNTRIES.map((one) => [one, "overview"]), ["hostile", "full"], ["alphaland", "full"]]) {
  for (const dark of [false, true]) {
    test(`${country}, ${form}: accessible${dark ? " in the dark" : ""}`, async () => {
      await visit(report(country, form), { ...DESKTOP, dark }, axe);
    });
  }
}

test("accessible on a phone", async () => {
  await visit(report("ghana", "overview"), PHONE, axe);
});

test("the dark is dark, and paper is not", async () => {
  const ground = "getComputedStyle(document.documentElement).backgroundColor";
  await visit(report("ghana", "overview"), { ...DESKTOP, dark: true }, async (page) => {
    assert.equal(await page.value(ground), "rgb(20, 23, 28)");
    const features = [{ name: "prefers-color-scheme", value: "dark" }];
    await page.send("Emulation.setEmulatedMedia", { media: "print", features });
    assert.equal(await page.value(ground), "rgb(255, 255, 255)");
  });
});

// ---- on paper ----

const pagesOf = (pdf) => {
  const file = join(folder, "print.pdf");
  writeFileSync(file, pdf);
  const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
  return text.split("\f").slice(0, -1);
};

/** What does not fit a sheet is cut off, or shrunk by the browser and all the rest with it. */
const everythingIsOnItsSheet = (pdf) => {
  const file = join(folder, "sheets.pdf");
  writeFileSync(file, pdf);
  const boxes = execFileSync("pdftotext", ["-bbox", file, "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
  const sheets = boxes.split("<page ").slice(1);
  const word = /xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)/g;
  let largest = 0;
  sheets.forEach((sheet, number) => {
    const wide = parseFloat(sheet.match(/width="([\d.]+)"/)[1]);
    for (const [, left, top, right, bottom, text] of sheet.matchAll(word)) {
      assert.ok(left > 40 && right < wide - 40, `${text} on page ${number + 1} stands in the margin or beyond`);
      const lies = right - left > bottom - top;
      if (number === 0 && lies) largest = Math.max(largest, bottom - top);
    }
  });
  assert.ok(largest > 24, `the title is ${largest} points high`);
};

for (const [paper, inches] of Object.entries(PAPERS)) {
  test(`${paper}: running heads, repeated table heads, no row torn apart`, async () => {
    await visit(report("alphaland", "full"), DESKTOP, async (page) => {
      // Each row says in its longest cell where it begins and where it ends.
      const rows = await page.value(`(() => {
        const rows = Array.from(document.querySelectorAll("main tbody tr"));
        const heads = rows.map((row) => Array.from(row.closest("table").tHead.rows[0].cells, (cell) => cell.textContent).join(" "));
        rows.forEach((row, number) => {
          const cells = Array.from(row.cells).sort((one, other) => other.textContent.length - one.textContent.length);
          cells[0].prepend("<" + number + " ");
          cells[0].append(" " + number + ">");
        });
        return heads;
      })()`);
      const pdf = await page.print(inches);
      everythingIsOnItsSheet(pdf);
      const pages = pagesOf(pdf);
      const at = new Map();
      let repeated = 0;
      pages.forEach((text, number) => {
        assert.ok(text.includes(`${number + 1} / ${pages.length}`), `page ${number + 1} has no number`);
        assert.ok(text.includes("as at 2026-06-30, fictional"), `page ${number + 1} has no date`);
        assert.ok(text.trim().split("\n").length > 4, `page ${number + 1} is empty`);
        if (number > 0) assert.match(text.split("\n")[0], /Gap report: Alphaland.*public/);
        for (const [, begin] of text.matchAll(/<(\d+)\s/g)) at.set(begin, number);
        for (const [, end] of text.matchAll(/\s(\d+)>/g)) {
          assert.equal(at.get(end), number, `row ${end} is torn at page ${number + 1}`);
        }
        // Each page on which a row begins has the head of the row's table.
        const heads = new Set(Array.from(text.matchAll(/<(\d+)\s/g), ([, row]) => rows[row]));
        for (const head of heads) {
          if (!/^Element /.test(head)) continue;
          const words = new RegExp(head.replaceAll(" ", "\\s+"));
          assert.match(text, words, `page ${number + 1} lacks the head of a table`);
          repeated += 1;
        }
      });
      assert.equal(at.size, rows.length);
      assert.ok(repeated > 100);
    });
  });
}

for (const country of COUNTRIES) {
  test(`${country}: an overview of one instrument has two to four pages, and each says something`, async () => {
    for (const more of [[], ["--if-enacted", "all"]]) {
      const file = join(folder, `${country}-short.html`);
      assess(`examples/${country}/${country}.yaml`, file, ...more);
      await visit(file, DESKTOP, async (page) => {
        for (const [paper, inches] of Object.entries(PAPERS)) {
          const pdf = await page.print(inches);
          everythingIsOnItsSheet(pdf);
          const pages = pagesOf(pdf);
          assert.ok(pages.length >= 2 && pages.length <= 4, `${pages.length} pages of ${paper}`);
          for (const text of pages) assert.ok(text.trim().split("\n").length > 6, "an empty page");
          // Each requirement stands there with its verdict and its interval.
          const rows = pages.join("\n").match(/(■|◧|□|–|\?) (in place|partly in place|not in place|not applicable|not determined) +(\d+(–\d+)? ?%|–(?! not))/g);
          assert.equal(rows?.length, 99);
        }
      });
    }
  });
}

test("the annex is turned sideways, and sheets have the size asked for", async () => {
  await visit(report("alphaland", "full"), DESKTOP, async (page) => {
    for (const inches of Object.values(PAPERS)) {
      const pdf = (await page.print(inches)).toString("latin1");
      const sizes = Array.from(pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g), ([, wide, high]) => [wide / 72, high / 72]);
      const is = (one, other) => one.every((side, place) => Math.abs(side - other[place]) < 0.02);
      const [upright, sideways] = [inches, [...inches].reverse()].map((sheet) => sizes.filter((size) => is(size, sheet)).length);
      assert.ok(upright > 10 && sideways > 10, `${upright} upright, ${sideways} sideways`);
      assert.equal(upright + sideways, sizes.length);
    }
  });
});

test("what is printed while the filter is on says so", async () => {
  await visit(report("ghana", "overview"), DESKTOP, async (page) => {
    assert.ok(!pagesOf(await page.print()).join().includes("Shown:"));
    await choose(page, "verdict", "missing");
    assert.match(pagesOf(await page.print()).join(), /Shown: \d+ of \d+ table rows, where: . not in place/);
  });
});
