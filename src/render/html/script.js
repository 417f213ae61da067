"use strict";
(() => {
  const main = document.getElementById("report");
  const bar = document.getElementById("filter");
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));

  // What changes is said to those who don't see it.
  const say = document.createElement("p");
  say.className = "seen-by-none";
  say.setAttribute("role", "status");
  main.append(say);

  // ---- rows and their buttons ----
  const isPlain = (row) => row.parentElement.tagName === "TBODY" && row.className !== "group";
  const plainRows = (table) => Array.from(table.rows).filter((row) => isPlain(row) && !row.closest("[hidden]"));
  const buttonOf = (row) => {
    let button = row.querySelector(".copy");
    if (!button) {
      button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.tabIndex = -1;
      button.textContent = "Copy row";
      button.title = "Arrow keys lead to the other rows";
      row.lastElementChild.append(button);
    }
    return button;
  };
  // Of all the buttons of a table the tab key finds one; the arrow keys move it.
  const settle = (table, row) => {
    for (const button of all('.copy[tabindex="0"]', table)) button.tabIndex = -1;
    const here = row || plainRows(table)[0];
    if (here) buttonOf(here).tabIndex = 0;
  };

  // ---- filter ----
  const filed = all("[data-verdict]", main);
  const sections = filed.filter((one) => one.tagName === "SECTION");
  const rows = filed.filter((one) => one.tagName === "TR" && one.className !== "group");
  const choices = bar ? all("select", bar) : [];
  const count = bar && bar.querySelector(".count");
  const reset = bar && bar.querySelector("button");

  const fits = (one, choice) => {
    const value = choice.value;
    const has = one.dataset[choice.name];
    if (value === "") return true;
    if (choice.name !== "laws") return has === value;
    return value === "none" ? has === "" : has.split(" ").includes(value);
  };
  const ofAll = (list, one, many) => {
    const shown = list.filter((item) => !item.hidden).length;
    if (list.length === 0) return "";
    const of = shown === list.length ? "all " : shown + " of ";
    return of + list.length + " " + (list.length === 1 ? one : many);
  };

  const apply = () => {
    const chosen = choices.filter((choice) => choice.value !== "");
    for (const one of filed) one.hidden = !chosen.every((choice) => fits(one, choice));
    // What holds nothing but parts that are hidden is hidden too.
    for (const holder of all("section:not([data-verdict])", main)) {
      const parts = all("section[data-verdict]", holder);
      holder.hidden = parts.length > 0 && parts.every((part) => part.hidden);
    }
    for (const table of all("table", main)) {
      const inside = all("tr[data-verdict]", table);
      if (inside.length === 0) continue;
      for (const body of table.tBodies) {
        const own = all("tr[data-verdict]", body);
        body.hidden = own.length > 0 && own.every((row) => row.hidden);
      }
      const none = inside.every((row) => row.hidden);
      table.hidden = none;
      let note = table.nextElementSibling;
      if (none && !note) {
        note = document.createElement("p");
        note.className = "none";
        note.textContent = "No row of this table fits the filter.";
        table.after(note);
      }
      if (note) note.hidden = !none;
    }
    for (const table of all("table", main)) settle(table);
    for (const link of all("#contents a")) {
      const target = document.getElementById(link.hash.slice(1));
      const section = target && target.closest("section");
      link.closest("li").hidden = Boolean(section && section.hidden);
    }
    const parts = [
      ofAll(sections, "requirement", "requirements"),
      ofAll(rows, "table row", "table rows"),
    ].filter((part) => part !== "");
    const by = chosen.map((choice) => choice.selectedOptions[0].textContent);
    count.textContent = "Shown: " + parts.join(" and ") + (by.length > 0 ? ", where: " + by.join("; ") : "") + ".";
    bar.classList.toggle("active", chosen.length > 0);
    reset.disabled = chosen.length === 0;
  };

  const clear = () => {
    for (const choice of choices) choice.value = "";
    apply();
  };

  if (bar) {
    bar.hidden = false;
    for (const choice of choices) choice.addEventListener("change", apply);
    reset.addEventListener("click", () => {
      choices[0].focus();
      clear();
    });
    // A heading or a row that a link leads to stays free of the bar.
    const measure = () => {
      const sticks = getComputedStyle(bar).position === "sticky";
      document.documentElement.style.setProperty("--bar", (sticks ? bar.offsetHeight : 0) + "px");
    };
    new ResizeObserver(measure).observe(bar);
    // What is shown is said in the bar, which may take a line more.
    apply();
    measure();
  }

  const wanted = () => {
    let name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch { /* an address that is none */ }
    const target = name && document.getElementById(name);
    return target && main.contains(target) ? target : null;
  };
  // A link to something that the filter hides shows everything again.
  const reveal = () => {
    const target = wanted();
    if (!target || !target.closest("[hidden]")) return;
    clear();
    target.scrollIntoView();
    say.textContent = "The filter was removed to show this place.";
  };
  addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) reveal();
  });
  // Whoever came for a place finds it moved by the bar.
  const [arrival] = performance.getEntriesByType("navigation");
  const start = wanted();
  if (bar && start && arrival && arrival.type === "navigate") start.scrollIntoView();

  // ---- copy a row ----
  // A spreadsheet would compute what begins like a formula.
  const text = (cell) => {
    const copy = cell.cloneNode(true);
    for (const button of all(".copy", copy)) button.remove();
    const plain = copy.textContent.replace(/\s+/g, " ").trim();
    return /^[=+\-@＝＋－＠]/.test(plain) ? "'" + plain : plain;
  };
  const write = async (words) => {
    try {
      await navigator.clipboard.writeText(words);
      return true;
    } catch {
      const field = document.createElement("textarea");
      field.value = words;
      main.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      return done;
    }
  };
  const copy = async (button) => {
    const row = button.closest("tr");
    const done = await write(Array.from(row.cells, text).join("\t"));
    button.focus();
    button.textContent = done ? "Copied" : "Not copied";
    button.classList.add("done");
    say.textContent = done ? "Row copied." : "The browser did not let the row be copied.";
    setTimeout(() => {
      button.textContent = "Copy row";
      button.classList.remove("done");
    }, 1500);
  };
  for (const table of all("table", main)) settle(table);
  main.addEventListener("pointerover", (event) => {
    const row = event.target.closest("tr");
    if (row && isPlain(row)) buttonOf(row);
  });
  main.addEventListener("click", (event) => {
    const button = event.target.closest(".copy");
    if (button) copy(button);
  });
  main.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const button = event.target.closest(".copy");
    if (!step || !button) return;
    event.preventDefault();
    const table = button.closest("table");
    const shown = plainRows(table);
    const next = shown[shown.indexOf(button.closest("tr")) + step];
    if (!next) return;
    settle(table, next);
    buttonOf(next).focus();
  });
})();
