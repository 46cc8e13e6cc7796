"use strict";
// Gathers choices as decisions, keeps them in the browser, and filters what is shown.  Nothing is sent anywhere.
(() => {
  const headings = JSON.parse(document.getElementById("headings").textContent);
  const body = document.body.dataset;
  const shelf = `chresto review: ${body.book}: ${body.edition}`;
  const at = (id) => document.getElementById(id);
  let kept = { mentions: {}, no_names: [] };
  try { kept = Object.assign(kept, JSON.parse(localStorage.getItem(shelf) || "{}")); } catch { /* a browser without memory */ }

  // ---------------------------------------------------------------- decisions
  const keyOf = (d) => [d.register, d.text, d.words, d.near].join("\n");
  const PLAIN = /^(?!(?:true|false|null)$)\p{L}(?:[\p{L}\p{N}_’]| (?=[\p{L}\p{N}_])|[.-](?=[\p{L}\p{N}_]))*$/iu;
  const quoted = (words) => (PLAIN.test(words) ? words : JSON.stringify(words));

  function yaml() {
    const lines = [];
    const chosen = Object.values(kept.mentions);
    if (chosen.length) lines.push("mentions:");
    for (const d of chosen) {
      const whose = d.entry === "none" ? `, register: ${d.register}` : "";
      lines.push(`  - {text: ${d.text}, words: ${quoted(d.words)}, near: ${quoted(d.near)}, entry: ${d.entry}${whose}}`);
    }
    if (kept.no_names.length) lines.push("no_names:");
    for (const name of kept.no_names) lines.push(`  - ${quoted(name)}`);
    return lines.length ? `${lines.join("\n")}\n` : "";
  }

  function tell() {
    const [some, names] = [Object.keys(kept.mentions).length, kept.no_names.length];
    const told = [];
    if (some) told.push(`${some} ${some === 1 ? "decision" : "decisions"}`);
    if (names) told.push(`${names} no ${names === 1 ? "name" : "names"}`);
    at("basket").hidden = !told.length;
    at("counted").textContent = told.join(", ");
    at("yaml").textContent = yaml();
    try { localStorage.setItem(shelf, JSON.stringify(kept)); } catch { /* as above */ }
  }

  function button(words, entry) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.dataset.entry = entry;
    return made;
  }

  /** Show on a place what is chosen; the same place may stand in two sections. */
  function paint(place) {
    const entry = (kept.mentions[keyOf(place.dataset)] || {}).entry;
    place.classList.toggle("decided", Boolean(entry));
    for (const b of place.querySelectorAll(".choices button")) b.setAttribute("aria-pressed", String(b.dataset.entry === entry));
  }

  function choices(place) {
    const d = place.dataset;
    if (!d.register || place.querySelector(".choices")) return;
    const row = document.createElement("div");
    row.className = "choices";
    row.setAttribute("role", "group");
    row.setAttribute("aria-label", `Whom “${d.words}” names here`);
    const name = (entry) => headings[d.register][entry] || entry;
    for (const entry of d.entries.split(" ").filter(Boolean)) {
      row.append(button(d.kind === "asked" || d.kind === "doubt" ? name(entry) : "right", entry));
    }
    for (const entry of d.others.split(" ").filter(Boolean)) row.append(button(name(entry), entry));
    row.append(button("none", "none"));
    place.querySelector(".told").after(row);
    paint(place);
  }

  const places = [...document.querySelectorAll(".place")];
  const same = new Map();
  for (const place of places) {
    if (!place.dataset.register) continue;
    const key = keyOf(place.dataset);
    same.set(key, [...(same.get(key) || []), place]);
  }
  // what the manuscript has taken over, or does not have any more, is done with
  for (const key of Object.keys(kept.mentions)) if (!same.has(key)) delete kept.mentions[key];
  // the places of an entry get their buttons when it is opened: there are thousands
  for (const place of places) if (!place.closest("details.entry")) choices(place);
  document.addEventListener("toggle", (event) => {
    if (event.target.matches("details.entry") && event.target.open) event.target.querySelectorAll(".place").forEach(choices);
  }, true);

  function paintName(stranger) {
    const names = stranger.dataset.names.split("|");
    const pressed = names.every((n) => kept.no_names.includes(n));
    stranger.classList.toggle("decided", pressed);
    stranger.querySelector(".choices button[data-entry]").setAttribute("aria-pressed", String(pressed));
  }
  const strangers = [...document.querySelectorAll(".stranger")];
  const unknown = new Set(strangers.flatMap((s) => s.dataset.names.split("|")));
  kept.no_names = kept.no_names.filter((n) => unknown.has(n));
  for (const stranger of strangers) {
    const row = document.createElement("div");
    row.className = "choices";
    const copy = button("copy the entry", "");
    delete copy.dataset.entry;
    copy.dataset.copy = "entry";
    row.append(button("no name", "none"), copy);
    stranger.querySelector(".yaml").before(row);
    paintName(stranger);
  }

  async function copied(words) {
    try {
      await navigator.clipboard.writeText(words);
    } catch { // a page of the disk may not have the clipboard
      const field = document.createElement("textarea");
      field.value = words;
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
  }

  document.addEventListener("click", (event) => {
    const pressed = event.target.closest(".choices button");
    if (!pressed) return;
    const place = pressed.closest(".place");
    if (place) {
      const { register, text, words, near } = place.dataset;
      const key = keyOf(place.dataset);
      const entry = pressed.dataset.entry;
      if ((kept.mentions[key] || {}).entry === entry) delete kept.mentions[key];
      else kept.mentions[key] = { register, text, words, near, entry };
      same.get(key).forEach(paint);
      tell();
      return;
    }
    const stranger = pressed.closest(".stranger");
    if (pressed.dataset.copy) {
      copied(`${stranger.querySelector("pre").textContent}\n`).then(() => { pressed.textContent = "copied"; });
      return;
    }
    const names = stranger.dataset.names.split("|");
    const had = names.every((n) => kept.no_names.includes(n));
    kept.no_names = kept.no_names.filter((n) => !names.includes(n));
    if (!had) kept.no_names.push(...names);
    paintName(stranger);
    tell();
  });

  at("copy").addEventListener("click", () => copied(yaml()).then(() => { at("said").textContent = "copied"; }));
  at("download").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([yaml()], { type: "text/yaml" }));
    link.download = "decisions.yaml";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
  at("forget").addEventListener("click", () => {
    kept = { mentions: {}, no_names: [] };
    places.filter((p) => p.querySelector(".choices")).forEach(paint);
    strangers.forEach(paintName);
    tell();
    at("said").textContent = "";
  });
  tell();

  // ---------------------------------------------------------------- the filter
  const low = new Map();
  const wordsOf = (element) => {
    if (!low.has(element)) {
      const around = element.closest("details.entry");
      low.set(element, `${around ? around.querySelector("summary").textContent : ""} ${element.textContent}`.toLowerCase());
    }
    return low.get(element);
  };
  function filter() {
    const [words, text, kind] = [at("words").value.trim().toLowerCase(), at("text").value, at("kind").value];
    const any = words || text || kind;
    let shown = 0;
    for (const place of places) {
      const d = place.dataset;
      place.hidden = Boolean((text && d.text !== text) || (kind && d.kind !== kind) || (words && !wordsOf(place).includes(words)));
      if (!place.hidden) shown += 1;
    }
    for (const stranger of strangers) {
      const here = !text || [...stranger.querySelectorAll(".seen b")].some((b) => b.textContent === text);
      stranger.hidden = Boolean(kind || !here || (words && !wordsOf(stranger).includes(words)));
    }
    for (const entry of document.querySelectorAll("details.entry")) {
      const left = entry.querySelectorAll(".place:not([hidden])").length;
      entry.hidden = Boolean(any) && !left;
      entry.querySelector(".count").textContent = String(left);
    }
    for (const part of document.querySelectorAll("main section section, details.once")) {
      part.hidden = Boolean(any) && !part.querySelector(".place:not([hidden]), .stranger:not([hidden])");
    }
    at("shown").textContent = any ? `${shown} of ${places.length} places` : "";
  }
  let waiting = 0;
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(filter, 150); };
  document.querySelector(".filter").hidden = false;
  for (const id of ["words", "text", "kind"]) at(id).addEventListener("input", soon);
  // a link to a place within closed details opens them
  const open = () => {
    const target = location.hash && at(decodeURIComponent(location.hash.slice(1)));
    if (target && target.matches("details")) target.open = true;
  };
  addEventListener("hashchange", open);
  open();
})();
