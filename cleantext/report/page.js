"use strict";
// The program of the report. Texts become text nodes, never markup. Only the rows in sight are in the
// document, so that any number of edits can be moved through.
(() => {
  const ROW = 52; // pixels, as in the style
  const SPARE = 8; // rows kept above and below those in sight
  const content = JSON.parse(document.getElementById("content").textContent);
  const { rules, documents, paragraphs } = content;
  const at = (id) => document.getElementById(id);
  const make = (name, text, className) => {
    const it = document.createElement(name);
    if (text !== undefined) it.textContent = text;
    if (className) it.className = className;
    return it;
  };

  const all = content.edits.map(([document_, paragraph, by, start, end, from, to, after, status], number) => ({
    number, document: document_, paragraph, by, start, end, from, to, after, status,
    before: paragraphs[paragraph].slice(from, to), stage: rules[by[0]][0].split("/")[0], verdict: "",
  }));
  const listed = all.filter((it) => it.status !== "same");
  const ofParagraph = new Map();
  for (const it of all) {
    if (!ofParagraph.has(it.paragraph)) ofParagraph.set(it.paragraph, []);
    ofParagraph.get(it.paragraph).push(it);
  }

  // Marks outlive a reload where the browser lets a file keep something.
  const shelf = `cleantext ${content.ruleset} ${content.title} ${all.length}`;
  const kept = (() => { try { return JSON.parse(localStorage.getItem(shelf)) || {}; } catch { return {}; } })();
  for (const it of listed) if (["accept", "reject"].includes(kept[it.number])) it.verdict = kept[it.number];
  const keep = () => {
    const marks = {};
    for (const it of listed) if (it.verdict) marks[it.number] = it.verdict;
    try { localStorage.setItem(shelf, JSON.stringify(marks)); } catch { /* a file may not keep anything here */ }
  };

  // What cannot be seen, named.
  const NAMES = {
    "\u00a0": "NBSP", "\u202f": "NNBSP", "\u200b": "ZWSP", "\u200c": "ZWNJ", "\u200d": "ZWJ", "\ufeff": "BOM",
    "\u00ad": "SHY", "\u001b": "ESC", "\u200e": "LRM", "\u200f": "RLM", "\u2028": "LS", "\u2029": "PS",
  };
  const SIGNS = { "\n": ["\u21b5\n", "line end"], "\r": ["\u240d", "carriage return"], "\t": ["\u21e5\t", "tab"] };
  const hidden = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}| {2,}/gu;
  const hiddenAtEdges = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}| {2,}|^ +| +$/gu;
  const named = (char) => {
    if (char[0] === " ") return ["\u2423".repeat(char.length), "space", true];
    if (SIGNS[char]) return [...SIGNS[char], true];
    const code = char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
    return [NAMES[char] || `U+${code}`, `U+${code}`, false];
  };
  const put = (into, text, { edges = false, flat = false } = {}) => {
    let place = 0;
    for (const found of text.matchAll(edges ? hiddenAtEdges : hidden)) {
      if (found.index > place) into.append(text.slice(place, found.index));
      const [shown, title, sign] = named(found[0]);
      const it = make("span", flat ? shown.trim() : shown, sign ? "inv sign" : "inv");
      it.title = title;
      into.append(it);
      place = found.index + found[0].length;
    }
    if (place < text.length) into.append(text.slice(place));
    return into;
  };
  const change = (name, text, options) => {
    const it = make(name);
    it.append(make("span", name === "del" ? "removed: " : "added: ", "vh"));
    return put(it, text, { edges: true, ...options });
  };

  // Filters.
  const lower = paragraphs.map((it) => it.toLowerCase());
  const names = documents.map((it) => it.name.toLowerCase());
  const tally = (values) => {
    const counts = new Map();
    for (const it of values) counts.set(it, (counts.get(it) || 0) + 1);
    return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  };
  const kindOf = (it) => it.remark.split(";")[0];
  const fill = (id, pairs) => {
    at(id).append(new Option("all", ""));
    for (const [value, count] of pairs) at(id).append(new Option(`${value || "unknown"} (${count})`, value || "-"));
  };
  fill("stage", tally(listed.map((it) => it.stage)));
  fill("rule", tally(listed.flatMap((it) => it.by.map((n) => rules[n][0]))));
  fill("safety", tally(listed.flatMap((it) => [...new Set(it.by.map((n) => rules[n][1]))])));
  fill("language", tally(listed.map((it) => documents[it.document].language)));
  fill("kind", tally(listed.map((it) => kindOf(documents[it.document]))));
  for (const id of ["status-label", "kind-label"]) at(id).hidden = !content.compares;

  let shown = []; // what the list holds: an edit, or several equal ones
  let chosen = -1; // the number of the row
  let occurrence = 0; // which of the equal edits
  const current = () => (chosen >= 0 && chosen < shown.length ? shown[chosen][occurrence] : null);

  const wanted = () => {
    const query = at("query").value.toLowerCase();
    const [stage, rule, safety, language, status, kind, verdict] =
      ["stage", "rule", "safety", "language", "status", "kind", "verdict"].map((id) => at(id).value);
    const inText = query && lower.map((it) => it.includes(query));
    const inName = query && names.map((it) => it.includes(query));
    return listed.filter((it) =>
      (!stage || it.stage === stage)
      && (!rule || it.by.some((n) => rules[n][0] === rule))
      && (!safety || it.by.some((n) => rules[n][1] === safety))
      && (!language || (documents[it.document].language || "-") === language)
      && (!status || it.status === status)
      && (!kind || kindOf(documents[it.document]) === kind)
      && (!verdict || (it.verdict || "none") === verdict)
      && (!query || inText[it.paragraph] || inName[it.document] || it.after.toLowerCase().includes(query)
        || it.by.some((n) => rules[n][0].includes(query))));
  };
  const grouped = (edits) => {
    const groups = new Map();
    for (const it of edits) {
      const key = JSON.stringify([it.status, it.by, it.before, it.after]);
      if (groups.has(key)) groups.get(key).push(it);
      else groups.set(key, [it]);
    }
    return [...groups.values()].sort((a, b) => b.length - a.length);
  };
  const count = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
  const filter = () => {
    const before = current();
    const edits = wanted();
    shown = at("group").checked ? grouped(edits) : edits.map((it) => [it]);
    chosen = before ? shown.findIndex((its) => its.includes(before)) : -1;
    occurrence = chosen >= 0 ? shown[chosen].indexOf(before) : 0;
    if (chosen < 0 && shown.length) chosen = 0;
    const different = at("group").checked ? `, ${count(shown.length, "different one")}` : "";
    at("count").textContent = `${count(edits.length, "edit")} of ${listed.length.toLocaleString("en")}${different}`;
    at("rows").style.height = `${shown.length * ROW}px`;
    at("rows").replaceChildren();
    inSight.clear();
    if (chosen >= 0) reveal(); else at("list").scrollTop = 0;
    draw();
    detail();
  };

  // The list.
  const inSight = new Map();
  const row = (number) => {
    const its = shown[number];
    const it = its[0];
    const line = make("div", undefined, "row");
    line.id = `row-${number}`;
    line.setAttribute("role", "option");
    line.setAttribute("aria-setsize", shown.length);
    line.setAttribute("aria-posinset", number + 1);
    line.style.top = `${number * ROW}px`;
    const by = make("div", undefined, "by");
    if (it.status) by.append(make("span", it.status === "new" ? "now" : "no longer", "tag"));
    if (its.length > 1) by.append(make("span", `\u00d7 ${its.length.toLocaleString("en")}`, "tag"));
    by.append(make("span", it.by.map((n) => rules[n][0]).join(" + ")), make("span", documents[it.document].name));
    by.append(make("span", "", "verdict"));
    line.append(snippet(it), by);
    return line;
  };
  const snippet = (it) => {
    const text = paragraphs[it.paragraph];
    const line = make("div");
    const head = text.slice(Math.max(0, it.from - 24), it.from);
    put(line, (it.from > 24 ? "\u2026" : "") + head, { flat: true });
    if (it.before) line.append(change("del", cut(it.before), { flat: true }));
    if (it.after) line.append(change("ins", cut(it.after), { flat: true }));
    put(line, text.slice(it.to, it.to + 40), { flat: true });
    return line;
  };
  const cut = (text) => (text.length > 120 ? `${text.slice(0, 100)}\u2026` : text);
  const verdictOf = (its) => (its.every((it) => it.verdict === its[0].verdict) ? its[0].verdict : "some");
  const SAID = { accept: "\u2713 accepted", reject: "\u2717 rejected", some: "some marked", "": "" };
  const draw = () => {
    const list = at("list");
    const first = Math.max(0, Math.floor(list.scrollTop / ROW) - SPARE);
    const last = Math.min(shown.length, Math.ceil((list.scrollTop + list.clientHeight) / ROW) + SPARE);
    for (const [number, line] of inSight) {
      if (number < first || number >= last) { line.remove(); inSight.delete(number); }
    }
    for (let number = first; number < last; number += 1) {
      if (!inSight.has(number)) {
        const line = row(number);
        inSight.set(number, line);
        at("rows").append(line);
      }
      const line = inSight.get(number);
      const verdict = verdictOf(shown[number]);
      line.setAttribute("aria-selected", number === chosen);
      line.className = `row ${verdict}`;
      line.querySelector(".verdict").textContent = SAID[verdict];
    }
    if (inSight.has(chosen)) list.setAttribute("aria-activedescendant", `row-${chosen}`);
    else list.removeAttribute("aria-activedescendant");
  };
  const reveal = () => {
    const list = at("list");
    const top = chosen * ROW;
    if (top < list.scrollTop) list.scrollTop = top;
    else if (top + ROW > list.scrollTop + list.clientHeight) list.scrollTop = top + ROW - list.clientHeight;
  };
  const choose = (number) => {
    if (!shown.length) return;
    chosen = Math.max(0, Math.min(shown.length - 1, number));
    occurrence = 0;
    reveal();
    draw();
    detail();
  };

  // The diff: on each side the edits that it makes; where they overlap, they are one change.
  const clusters = (it) => {
    const its = ofParagraph.get(it.paragraph).slice().sort((a, b) => a.from - b.from || a.to - b.to);
    const found = [];
    for (const edit of its) {
      const last = found[found.length - 1];
      if (last && (edit.from < last.to || (edit.from === last.from && edit.to === last.to))) {
        last.edits.push(edit);
        last.to = Math.max(last.to, edit.to);
      } else found.push({ from: edit.from, to: edit.to, edits: [edit] });
    }
    return found;
  };
  const made = (text, cluster, wants) => {
    let place = cluster.from;
    let told = "";
    for (const edit of cluster.edits) {
      if (!wants(edit) || edit.from < place) continue;
      told += text.slice(place, edit.from) + edit.after;
      place = edit.to;
    }
    return told + text.slice(place, cluster.to);
  };
  const byOld = (it) => it.status === "gone" || it.status === "same";
  const byNew = (it) => it.status !== "gone";
  const pieces = (it) => {
    const text = paragraphs[it.paragraph];
    const told = [];
    let place = 0;
    for (const cluster of clusters(it)) {
      told.push({ same: text.slice(place, cluster.from) });
      const [old, now] = [made(text, cluster, byOld), made(text, cluster, byNew)];
      const came = text.slice(cluster.from, cluster.to);
      told.push({ came, old, now, both: old === now, here: cluster.edits.includes(it) });
      place = cluster.to;
    }
    told.push({ same: text.slice(place) });
    return told;
  };
  const inline = (it) => {
    const block = make("p", undefined, "paragraph");
    for (const piece of pieces(it)) {
      if (piece.same !== undefined) { put(block, piece.same); continue; }
      const before = piece.both ? piece.came : piece.old; // what both rule sets do is told too, without colours
      if (before) block.append(marked(change("del", before), piece));
      if (piece.now) block.append(marked(change("ins", piece.now), piece));
    }
    return block;
  };
  const marked = (element, piece) => {
    element.classList.toggle("this", piece.here);
    element.classList.toggle("both", piece.both);
    return element;
  };
  const side = (it, key, name, title) => {
    const box = make("div");
    const block = make("p", undefined, "paragraph");
    for (const piece of pieces(it)) {
      if (piece.same !== undefined) put(block, piece.same);
      else if (piece.both && piece[key]) block.append(marked(put(make("span"), piece[key], { edges: true }), piece));
      else if (piece[key]) block.append(marked(change(name, piece[key]), piece));
    }
    if (!block.hasChildNodes()) block.append(make("span", "nothing is left", "nothing"));
    box.append(make("h4", title), block);
    return box;
  };
  let view = "inline";
  const diff = (it) => {
    const into = at("diff");
    into.replaceChildren();
    if (view === "inline") {
      into.append(inline(it));
    } else {
      const sides = make("div", undefined, "sides");
      sides.append(
        side(it, "old", "del", content.compares ? "With the old rules" : "Before"),
        side(it, "now", "ins", content.compares ? "With the new rules" : "After"));
      into.append(sides);
    }
    if (content.compares) {
      const box = make("details");
      box.append(make("summary", "The text as it came"), put(make("p", undefined, "paragraph"), paragraphs[it.paragraph]));
      into.append(box);
    }
    const [pane, here] = [at("detail"), into.querySelector(".this")];
    if (pane.scrollHeight <= pane.clientHeight || !here) return;
    const [place, frame] = [here.getBoundingClientRect(), pane.getBoundingClientRect()];
    if (place.bottom > frame.bottom) pane.scrollTop += place.bottom - frame.bottom + pane.clientHeight / 2;
  };

  // What is known of the edit and of its document.
  const detail = () => {
    const it = current();
    for (const [id, name] of [["accept", "Accept"], ["reject", "Reject"]]) {
      at(id).disabled = !it;
      at(id).textContent = it && shown[chosen].length > 1 ? `${name} all ${shown[chosen].length.toLocaleString("en")}` : name;
      at(id).setAttribute("aria-pressed", Boolean(it) && verdictOf(shown[chosen]) === id);
    }
    at("view-inline").setAttribute("aria-pressed", view === "inline");
    at("view-side").setAttribute("aria-pressed", view === "side");
    for (const id of ["about", "diff", "document"]) at(id).replaceChildren();
    at("detail").scrollTop = 0;
    at("document-title").hidden = !it;
    at("edit-title").textContent = it ? it.by.map((n) => rules[n][0]).join(" + ")
      : shown.length ? "No edit chosen" : "No edit fits these filters";
    at("occurrence").hidden = !it || shown[chosen].length < 2;
    if (!it) return;
    for (const number of it.by) {
      const [name, safety, summary] = rules[number];
      const line = make("p");
      line.append(make("span", safety, "tag"), ` ${it.by.length > 1 ? `${name}: ` : ""}${summary}`);
      at("about").append(line);
    }
    if (it.status) {
      const by = it.status === "new" ? "new" : "old";
      const same = pieces(it).some((piece) => piece.here && piece.both);
      at("about").append(make("p", `Made by the ${by} rules only${same ? "; other rules come to the same text here" : ""}.`));
    }
    at("which").textContent = `${occurrence + 1} of ${shown[chosen].length}`;
    at("previous").disabled = occurrence === 0;
    at("next").disabled = occurrence === shown[chosen].length - 1;
    about(documents[it.document]);
    diff(it);
  };
  const table = (caption, heads, lines) => {
    const it = make("table");
    it.append(make("caption", caption));
    const head = make("tr");
    for (const name of heads) head.append(Object.assign(make("th", name), { scope: "col" }));
    const top = make("thead");
    top.append(head);
    const body = make("tbody");
    for (const cells of lines) {
      const line = make("tr");
      for (const cell of cells) line.append(put(make("td"), String(cell)));
      body.append(line);
    }
    it.append(top, body);
    return it;
  };
  const about = (it) => {
    const into = at("document");
    into.append(table("About", ["what", "value"], [
      ["name", it.name], ["language", it.language || "unknown"], ...(it.remark ? [["difference", it.remark]] : []),
    ]));
    const facts = Object.entries(it.metadata).flatMap(([name, values]) => values.map((value) => [name, value]));
    if (facts.length) into.append(table("Metadata lifted from the text", ["name", "value"], facts));
    const evidence = Object.entries(it.evidence);
    if (evidence.length) into.append(table("Evidence of a source language", ["language", "strength"], evidence));
    if (it.signs.length) into.append(table("Signs", ["language", "weight", "rule", "read"], it.signs));
  };

  // Marks.
  const tellMarks = () => {
    at("marked").textContent = listed.reduce((sum, it) => sum + (it.verdict ? 1 : 0), 0).toLocaleString("en");
  };
  const mark = (verdict) => {
    const it = current();
    if (!it) return;
    const its = shown[chosen];
    const again = its.every((one) => one.verdict === verdict);
    for (const one of its) one.verdict = again ? "" : verdict;
    keep();
    tellMarks();
    draw();
    detail();
  };
  const unmark = () => {
    if (!current()) return;
    for (const one of shown[chosen]) one.verdict = "";
    mark("");
  };
  const exported = () => ({
    version: 1,
    ruleset: content.ruleset,
    marks: listed.filter((it) => it.verdict).flatMap((it) => it.by.map((n) => ({
      verdict: it.verdict, rule: rules[n][0], document: documents[it.document].name, text: paragraphs[it.paragraph],
      start: it.start, end: it.end, before: it.before, after: it.after,
    }))),
  });
  const download = () => {
    const link = make("a");
    link.href = URL.createObjectURL(new Blob([`${JSON.stringify(exported(), null, 2)}\n`], { type: "application/json" }));
    link.download = "marks.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };
  const nextUnmarked = () => {
    for (let step = 1; step <= shown.length; step += 1) {
      const number = (chosen + step) % shown.length;
      if (shown[number].some((it) => !it.verdict)) { choose(number); return; }
    }
  };

  // Wiring.
  const THEMES = ["automatic", "light", "dark"];
  let theme = 0;
  at("theme").addEventListener("click", () => {
    theme = (theme + 1) % THEMES.length;
    if (theme) document.documentElement.dataset.theme = THEMES[theme];
    else delete document.documentElement.dataset.theme;
    at("theme").textContent = `Theme: ${THEMES[theme]}`;
  });
  const look = (name) => { view = name; detail(); };
  const step = (by) => { occurrence += by; detail(); };
  at("view-inline").addEventListener("click", () => look("inline"));
  at("view-side").addEventListener("click", () => look("side"));
  at("previous").addEventListener("click", () => step(-1));
  at("next").addEventListener("click", () => step(1));
  at("accept").addEventListener("click", () => mark("accept"));
  at("reject").addEventListener("click", () => mark("reject"));
  at("export").addEventListener("click", download);
  at("filters").addEventListener("submit", (event) => event.preventDefault());
  at("filters").addEventListener("reset", () => setTimeout(filter));
  at("filters").addEventListener("change", filter);
  at("query").addEventListener("input", filter);
  at("list").addEventListener("scroll", draw);
  at("rows").addEventListener("click", (event) => {
    const line = event.target.closest(".row");
    if (line) choose(Number(line.id.slice(4)));
  });
  window.addEventListener("resize", draw);
  const page = () => Math.max(1, Math.floor(at("list").clientHeight / ROW) - 1);
  const inList = {
    ArrowDown: () => choose(chosen + 1), ArrowUp: () => choose(chosen - 1),
    PageDown: () => choose(chosen + page()), PageUp: () => choose(chosen - page()),
    Home: () => choose(0), End: () => choose(shown.length - 1), Enter: () => at("detail").focus(),
  };
  const anywhere = {
    j: () => choose(chosen + 1), k: () => choose(chosen - 1), a: () => mark("accept"), r: () => mark("reject"),
    u: () => unmark(),
    n: nextUnmarked, v: () => look(view === "inline" ? "side" : "inline"), "/": () => at("query").focus(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches("input[type=search], select");
    if (typing && event.key === "Escape") { at("list").focus(); return; }
    const act = (event.target === at("list") && inList[event.key]) || (!typing && anywhere[event.key]);
    if (act) { event.preventDefault(); act(); }
  });

  at("title").textContent = content.title;
  for (const [name, value] of content.facts) {
    const box = make("div");
    box.append(make("dt", name), make("dd", value));
    at("facts").append(box);
  }
  for (const note of content.notes) at("notes").append(make("li", note));
  at("notes").hidden = !content.notes.length;
  tellMarks();
  filter();
})();
