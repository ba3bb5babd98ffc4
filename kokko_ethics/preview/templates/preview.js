/* The preview's page: hears of every save, and changes what has changed and nothing else. */
"use strict";
(() => {
  const words = document.body.dataset;
  const at = (id) => document.getElementById(id);
  const query = new URLSearchParams({ script: words.name }).toString();
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  const copy = (id) => at(id).content.firstElementChild.cloneNode(true);
  const shown = new Map(); // the figures of panels, by the id of their drawing
  let proof = null;
  let pages = 0; // which pages are on the tab: as many changes as the proof counts
  let told = null; // the place in the script that the author looks at

  /* A drawing as an element. It is read as XML, which runs nothing. */
  function drawing(svg) {
    const read = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    return document.importNode(read, true);
  }

  function say(element, text) {
    if (element.textContent !== text) element.textContent = text;
    element.hidden = !text;
  }

  /* Puts the children of a list into this order; those that are in their places are not touched. */
  function arrange(parent, children) {
    const kept = new Set(children);
    for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
    let next = parent.firstElementChild;
    for (const child of children) {
      if (child === next) next = next.nextElementSibling;
      else parent.insertBefore(child, next);
    }
  }

  /* Words of the story are in its language, ours in the author's. */
  function tongue(element) {
    element.lang = proof.lang;
    element.dir = proof.direction;
  }

  function place(where) {
    return fill(words.place, where);
  }

  /* The picture of a figure, if it is not the one that it has. */
  function paint(figure, one) {
    if (figure.dataset.key === one.key || !one.svg) return false;
    const holder = figure.querySelector(".drawing");
    holder.replaceChildren(drawing(one.svg));
    const before = figure.dataset.key;
    figure.dataset.key = one.key;
    return Boolean(before);
  }

  function panel(one, isFirst) {
    let figure = shown.get(one.id);
    const isNew = !figure;
    if (isNew) {
      figure = copy("panel");
      figure.dataset.id = one.id;
      shown.set(one.id, figure);
    }
    const changed = paint(figure, one);
    const width = Math.max(1, Math.round(100 * one.ratio));
    figure.style.flex = `${width} 1 ${0.17 * width}rem`;
    figure.style.maxWidth = matchMedia("(max-width: 52rem)").matches ? "" : `${0.3 * width}rem`;
    say(figure.querySelector(".where"), `${one.title} · ${fill(words.line, one.place)}`);
    const grave = proof.messages.filter((m) => m.panel === one.id && m.severity !== "hint").map((m) => m.word);
    say(figure.querySelector(".trouble"), [...new Set(grave)].join(", "));
    say(figure.querySelector(".question"), one.question);
    const ways = figure.querySelector(".ways");
    ways.replaceChildren(...one.ways.map((way) => Object.assign(document.createElement("li"), { textContent: way })));
    ways.hidden = !one.ways.length;
    say(figure.querySelector(".turn"), one.turn);
    for (const part of figure.querySelectorAll(".question, .ways, .turn")) tongue(part);
    figure.classList.remove("fresh");
    if (!isFirst && (changed || isNew)) {
      void figure.offsetWidth; // so that the glow begins again
      figure.classList.add("fresh");
    }
    return { figure, changed, isNew };
  }

  function news(made, isFirst) {
    if (isFirst) return words.same;
    const changed = made.filter((one) => one.changed || one.isNew);
    const titles = changed.map((one) => one.title).join(", ");
    if (!changed.length) return words.same;
    return changed.length > 4 ? fill(words.many, { count: changed.length }) : fill(words.one, { titles });
  }

  function panels(isFirst) {
    const made = proof.panels.map((one) => ({ title: one.title, ...panel(one, isFirst) }));
    for (const id of [...shown.keys()]) if (!proof.panels.some((one) => one.id === id)) shown.delete(id);
    arrange(at("panels"), made.map((one) => one.figure));
    for (const id of ["panels", "pages"]) {
      at(id).dir = proof.direction;
      at(id).classList.toggle("old", proof.state === "broken");
    }
    return news(made, isFirst);
  }

  function message(one) {
    const item = copy("message");
    item.classList.add(one.severity);
    say(item.querySelector(".word"), one.word);
    const found = proof.panels.find((each) => each.id === one.panel);
    const isElsewhere = one.place.path !== words.name && !words.name.startsWith(`${one.place.path} (`);
    say(item.querySelector(found ? ".where" : ".at"), place(one.place));
    item.querySelector(found ? ".at" : ".where").remove();
    say(item.querySelector(".in"), found ? found.title : isElsewhere ? one.place.path : "");
    say(item.querySelector(".text"), one.text);
    const line = item.querySelector(".words");
    line.hidden = !(one.before + one.marked + one.after).trim();
    const marked = Object.assign(document.createElement("mark"), { textContent: one.marked });
    line.firstElementChild.append(one.before, marked, one.after);
    say(item.querySelector(".hint"), one.hint);
    item.querySelector(".why").hidden = !one.why;
    item.querySelector(".why p").textContent = one.why;
    if (found) item.querySelector(".where").addEventListener("click", () => follow(one));
    return item;
  }

  /* Messages that are there already stay as they are, with what is open in them and the focus on them. */
  function messages() {
    const lists = { grave: [], mild: [] };
    for (const one of proof.messages) {
      const list = one.severity === "hint" ? "mild" : "grave";
      const key = JSON.stringify(one);
      const kept = [...at(list).children].find((item) => item.dataset.key === key);
      const item = kept || message(one);
      item.dataset.key = key;
      lists[list].push(item);
    }
    for (const [id, items] of Object.entries(lists)) arrange(at(id), items);
    at("hints").hidden = !lists.mild.length;
    at("hint-count").textContent = lists.mild.length;
    at("fine").hidden = Boolean(proof.messages.length);
    say(at("counts"), proof.counts);
  }

  function names(all) {
    const made = all.map((name) => {
      const item = [...at("names").children].find((each) => each.textContent === name);
      if (item) return item;
      const link = Object.assign(document.createElement("a"), { textContent: name });
      link.href = `?${new URLSearchParams({ script: name })}`;
      if (name === words.name) link.setAttribute("aria-current", "page");
      const made = document.createElement("li");
      made.append(link);
      return made;
    });
    arrange(at("names"), made);
    at("count").textContent = all.length;
    at("scripts").hidden = all.length < 2 && all.includes(words.name);
  }

  async function showPages() {
    if (at("pages").hidden || !proof || proof.pages === pages) return;
    const wanted = proof.pages;
    const answer = await fetch(`pages?${query}`).catch(() => null); // the events tell of a connection that is lost
    if (!answer || !answer.ok) return;
    const all = await answer.json();
    const kept = [...at("pages").children];
    const figures = all.map((one, number) => {
      const figure = kept[number] || copy("page");
      if (figure.dataset.key !== one.key) paint(figure, one);
      figure.querySelector("figcaption").textContent = one.title;
      tongue(figure);
      return figure;
    });
    arrange(at("pages"), figures);
    pages = wanted;
    if (proof.pages !== pages) showPages();
  }

  function show(sight) {
    names(sight.names);
    if (!sight.proof) return;
    const isFirst = !proof;
    const last = proof;
    proof = sight.proof;
    const tidings = panels(isFirst);
    say(at("title"), proof.title || words.name);
    at("title").lang = proof.title ? proof.lang : "";
    document.title = `${proof.title || words.name} – ${words.heading}`;
    at("marks").replaceChildren(...proof.marks.map((mark) => Object.assign(document.createElement("p"), { textContent: mark })));
    tongue(at("marks"));
    messages();
    const isDrawn = proof.state === "drawn";
    const short = proof.state === "broken" ? words.stopped : words.hidden;
    const long = proof.state === "broken" ? (proof.panels.length ? words.broken : words.bare) : words.withdrawn;
    say(at("banner"), isDrawn ? "" : long);
    const isNews = !last || last.settled || last.state !== proof.state || tidings !== words.same;
    if (!isDrawn) say(at("status"), short);
    else if (isNews) say(at("status"), tidings);
    if (proof.state === "withdrawn") at("pages").replaceChildren();
    if (told) tell(told.id, told.line, false);
    showPages();
  }

  /* Shows where in the script a panel stands, and in it the lines of one balloon. */
  function tell(id, lineId, isAsked = true) {
    const one = proof.panels.find((each) => each.id === id);
    if (!one) return close();
    const line = one.lettering.find((each) => each.id === lineId);
    told = { id, line: lineId };
    for (const figure of shown.values()) figure.classList.toggle("chosen", figure.dataset.id === id);
    for (const group of document.querySelectorAll("svg .told")) group.classList.remove("told");
    for (const group of document.querySelectorAll(".drawing g[data-order]")) {
      if (line && lettered(group) === lineId) group.classList.add("told");
    }
    const from = (line || one).place;
    say(at("source-heading"), one.title);
    at("source-place").textContent = `${from.path}:${from.line}`;
    at("source-lines").replaceChildren(...one.excerpt.map((text, index) => source(text, one.place.line + index, line)));
    const other = line && line.translated;
    say(at("source-translated"), other ? fill(words.translated, { place: `${other.path}:${other.line}`, words: `\u2068${other.words}\u2069` }) : "");
    at("source").hidden = false;
    if (isAsked) reveal(id, lineId);
  }

  /* Brings the told lines into the middle of their list, and what was clicked out from under the list. */
  function reveal(id, lineId) {
    const lines = at("source-lines");
    const first = lines.querySelector(".told");
    lines.scrollTop = first ? first.offsetTop - lines.offsetTop - lines.clientHeight / 3 : 0;
    const sheet = at("source");
    if (getComputedStyle(sheet).position !== "fixed") return;
    const shape = (lineId && document.querySelector("main [role=tabpanel]:not([hidden]) svg .told")) || shown.get(id);
    const hidden = shape.getBoundingClientRect().bottom + 16 - sheet.getBoundingClientRect().top;
    if (hidden > 0) scrollBy(0, hidden);
  }

  function source(text, number, line) {
    const item = document.createElement("li");
    const told = Object.assign(document.createElement("span"), { className: "number", textContent: number });
    item.append(told, " ", Object.assign(document.createElement("code"), { textContent: text }));
    if (line && line.place.line <= number && number <= line.place.last) item.className = "told";
    return item;
  }

  function close() {
    told = null;
    at("source").hidden = true;
    at("source-lines").replaceChildren();
    say(at("source-translated"), "");
    for (const group of document.querySelectorAll(".told, .chosen")) group.classList.remove("told", "chosen");
  }

  /* Ids of drawings hold no underscore; what stands behind it is the id of the line. */
  function lettered(group) {
    return group.id.slice(group.id.indexOf("_") + 1);
  }

  function follow(one) {
    const figure = shown.get(one.panel);
    if (!figure) return;
    choose("panels");
    const found = proof.panels.find((each) => each.id === one.panel);
    const line = found.lettering.find((l) => l.place.path === one.place.path && l.place.line <= one.place.line && one.place.line <= l.place.last);
    tell(one.panel, line ? line.id : "");
    figure.scrollIntoView({ block: "nearest" });
  }

  function choose(name) {
    for (const id of ["panels", "pages"]) {
      at(id).hidden = id !== name;
      at(`tab-${id}`).setAttribute("aria-selected", id === name);
      at(`tab-${id}`).tabIndex = id === name ? 0 : -1;
    }
    showPages();
  }

  document.querySelector("main").addEventListener("click", (event) => {
    const figure = event.target.closest("figure");
    if (!figure || event.target.closest("a")) return;
    const whole = event.target.closest("[data-panel]");
    const id = figure.dataset.id || (whole && whole.dataset.panel);
    const isClick = event.target.closest(".drawing, .where");
    if (!id || !isClick) return;
    const group = event.target.closest("g[data-order]");
    tell(id, group ? lettered(group) : "");
    if (event.target.closest(".where") && event.detail === 0) at("source-heading").focus();
  });
  at("close").addEventListener("click", () => {
    const figure = told && shown.get(told.id);
    close();
    if (figure && !at("panels").hidden) figure.querySelector(".where").focus({ preventScroll: true });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !at("source").hidden) at("close").click();
  });
  for (const name of ["panels", "pages"]) {
    at(`tab-${name}`).addEventListener("click", () => choose(name));
    at(`tab-${name}`).addEventListener("keydown", (event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      const other = name === "panels" ? "pages" : "panels";
      choose(other);
      at(`tab-${other}`).focus();
    });
  }
  at("counts").addEventListener("click", () => at("messages").focus());

  if (!words.name) {
    setTimeout(() => location.reload(), 2000); // until there is a script to show
    return;
  }
  const events = new EventSource(`proofs?${query}`);
  events.addEventListener("message", (event) => show(JSON.parse(event.data)));
  events.addEventListener("error", () => say(at("status"), words.lost));
  events.addEventListener("open", () => say(at("status"), words.looking));
})();
