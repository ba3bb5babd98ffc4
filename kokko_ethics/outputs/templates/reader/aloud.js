// Aloud: reads the comic out as a screen reader would, panel, scene, speaker and words, and marks what is being read.
// It waits at choices.
"use strict";
(() => {
  const { story, guide, voices } = kokko;
  const bar = document.querySelector(".aloud");
  if (!story || !bar) return;
  const page = document.documentElement;
  const told = bar.querySelector("p");
  const [pause, before, stop] = bar.querySelectorAll("button");
  const starts = [...document.querySelectorAll(".listen")];
  let state = "off";
  let step = null;
  let parts = [];
  let at = 0;

  // What is shown of a node, in pieces of one language each.
  function pieces(node) {
    const unseen = `${page.dataset.ease === "easy" ? ".plain" : ".easy"}, .explained`;
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const around = walker.currentNode.parentElement;
      if (around.closest(unseen)) continue;
      const { lang } = around.closest("[lang]");
      if (found.at(-1)?.lang !== lang) found.push({ text: "", lang });
      found.at(-1).text += walker.currentNode.data;
    }
    return found.map(({ text, lang }) => ({ text: text.replace(/\s+/g, " ").trim(), lang })).filter(({ text }) => text);
  }

  // The narrator says who speaks, the speaker says the words.
  function texts({ node, title }) {
    if (title) return [{ text: title, lang: page.lang, by: "" }];
    const by = node.dataset.by || "";
    const found = pieces(node).map((piece) => ({ ...piece, by }));
    const who = by && found.length ? found[0].text.match(/^[^:]*:\s*/)?.[0] : "";
    if (!who) return found;
    const [{ text, lang }, ...rest] = found;
    const words = { text: text.slice(who.length), lang, by };
    return [{ text: who.trim(), lang, by: "" }, ...(words.text ? [words] : []), ...rest];
  }

  function partsOf({ kind, node, id }) {
    const of = (root, selector) => [...root.querySelectorAll(selector)].map((one) => ({ node: one }));
    if (kind === "fork") return of(node, "h3, .how, .way").filter((part) => part.node.checkVisibility());
    if (kind === "end") return [{ node }, ...of(document, ".question > :is(h3, p)")];
    const note = id === story.steps()[0].id ? of(document, ".note :is(h2, p:not(:has(.button)), li)") : [];
    return [...note, { title: node.getAttribute("aria-label") }, ...of(node, ".told, .turn:not([hidden])")];
  }

  // A line is marked in the picture, beneath it, and in the comic as text.
  function mark() {
    for (const node of document.querySelectorAll(".spoken")) node.classList.remove("spoken");
    for (const node of document.querySelectorAll(".reading")) node.classList.remove("reading");
    if (state === "off" || !parts[at]) return;
    const { node } = parts[at];
    if (step.kind === "panel") step.node.classList.add("reading");
    if (!node) return;
    node.classList.add("spoken");
    if (!node.matches(".told")) return;
    const nth = [...node.parentElement.querySelectorAll(".told")].indexOf(node);
    document.querySelector(`[data-of="${step.id}"]`)?.querySelectorAll(":scope > p")[nth]?.classList.add("spoken");
    for (const one of step.node.querySelectorAll(`svg [data-order="${node.dataset.line}"]`)) one.classList.add("spoken");
  }

  function show() {
    const words = { reading: "panel", paused: "paused", waiting: "choose" }[state] || state;
    const text = state === "reading" && step.kind !== "panel" ? step.kind : words;
    told.textContent = kokko.filled(bar.dataset[text] || "", { label: step?.node.dataset.label });
    page.dataset.aloud = state === "off" ? "off" : "on";
    bar.dataset.state = state;
    bar.hidden = state === "off";
    pause.textContent = state === "paused" ? bar.dataset.goOn : bar.dataset.pause;
    pause.hidden = !["reading", "paused"].includes(state);
    before.hidden = ["none", "mute"].includes(state);
    stop.textContent = before.hidden ? bar.dataset.close : bar.dataset.stop;
    mark();
  }

  function change(to) {
    state = to;
    if (to !== "reading") voices.hush();
    show();
  }

  function say() {
    change("reading");
    const { node } = parts[at];
    (node?.checkVisibility() ? node : step.node).scrollIntoView({ block: "nearest" });
    voices.say(texts(parts[at]), onward, () => change("none"));
  }

  function onward() {
    at += 1;
    if (at < parts.length) return say();
    if (step.kind === "end") return leave();
    if (step.kind === "fork") return change("waiting");
    const steps = story.steps();
    const follows = steps[steps.findIndex((one) => one.id === step.id) + 1];
    if (follows) return read(follows);
    const { goesTo } = step.node.dataset;
    if (!story.panelOf.has(goesTo)) return leave();
    story.back(goesTo);
    read(story.steps().find((one) => one.id === goesTo));
  }

  function read(one, last = false) {
    step = one;
    parts = partsOf(step);
    at = last ? parts.length - 1 : 0;
    if (guide.on && guide.step.id !== step.id) guide.go(step.id, false);
    say();
  }

  // Go along to another place in the story; a pause stays one.
  function follow(one) {
    if (state !== "paused") return read(one);
    step = one;
    parts = partsOf(step);
    at = 0;
    show();
  }

  function back() {
    const steps = story.steps();
    const here = steps.findIndex((one) => one.id === step.id);
    if (at > 0 || here < 1) {
      at = Math.max(0, Math.min(at, parts.length) - 1);
      return say();
    }
    read(steps[here - 1], true);
  }

  async function start() {
    const from = guide.on ? guide.step.id : "";
    change("starting");
    stop.focus();
    const missing = await voices.ready();
    if (state !== "starting") return;
    if (missing) return change(missing);
    if (story.whole) story.start(false);
    if (from) story.open(from);
    read(story.steps().find((one) => one.id === from) || story.steps()[0]);
    pause.focus();
  }

  function leave() {
    const focused = bar.contains(document.activeElement);
    change("off");
    if (focused) starts.find((one) => one.checkVisibility())?.focus();
  }

  for (const one of starts) one.addEventListener("click", start);
  pause.addEventListener("click", () => (state === "paused" ? say() : change("paused")));
  before.addEventListener("click", back);
  stop.addEventListener("click", leave);
  bar.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    leave();
  });
  // Whoever goes elsewhere in the story, or changes the language of its words, hears what is there.
  const listening = () => ["reading", "paused", "waiting"].includes(state);
  story.place.addEventListener("kokko:step", ({ detail }) => listening() && detail.id !== step.id && follow(detail));
  story.place.addEventListener("kokko:path", ({ detail }) => {
    if (!listening() || guide.on) return;
    const steps = story.steps();
    const chosen = steps.find((one) => one.id === detail?.to || (detail?.to === "end" && one.kind === "end"));
    if (chosen) follow(chosen);
    else if (!steps.some((one) => one.id === step.id)) leave();
  });
  document.addEventListener("kokko:settings", () => state === "reading" && say());
})();
