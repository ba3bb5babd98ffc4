// The assistant: a dialog on every page. What it knows is loaded when somebody first opens it; nothing is sent.
"use strict";
(() => {
  const page = document.documentElement;
  const shared = `${page.dataset.root}shared/`;
  let loading = null;

  function script(name) {
    return new Promise((done, failed) => {
      const node = document.createElement("script");
      node.src = shared + name;
      node.onload = done;
      node.onerror = failed;
      document.head.append(node);
    });
  }
  // A first question takes a browser far longer than those after it, so one is asked before anybody does.
  function practise() {
    Kokko.answer(document.querySelector("#_assistant .examples")?.textContent || document.title);
  }
  // Resolves once questions can be answered and places searched.
  function ready() {
    loading = loading || script(`knowledge-${page.dataset.site}.js`).then(() => script("matching.js")).then(practise);
    loading.catch(() => (loading = null));
    return loading.then(() => globalThis.Kokko);
  }
  function made(name, text = "", values = {}) {
    const node = document.createElement(name);
    node.textContent = text;
    return Object.assign(node, values);
  }
  function link({ label, href, at, lang }) {
    const node = made("a", label, { href: page.dataset.root + href.split("/").map(encodeURIComponent).join("/") + (at ? `#${encodeURIComponent(at)}` : "") });
    if (lang) node.lang = lang;
    return node;
  }
  function list(nodes) {
    const all = made("ul");
    for (const node of nodes) all.append(made("li"));
    [...all.children].forEach((item, at) => item.append(nodes[at]));
    return all;
  }
  globalThis.Kokko = Object.assign(globalThis.Kokko || {}, { ready, page: { made, link, list } });

  const dialog = document.getElementById("_assistant");
  if (!dialog) return;
  const words = dialog.dataset, log = dialog.querySelector(".log"), form = dialog.querySelector("form");
  const field = form.querySelector("input"), told = form.querySelector("[role=status]");

  const spoken = (name, text) => made(name, text, { lang: words.tongue, dir: "ltr" });
  function line([digits, number, who, hours]) {
    const item = spoken("span");
    item.append(made("a", number, { href: `tel:${digits}` }), ` ${who}${hours ? ` (${hours})` : ""}`);
    return item;
  }
  function turn(kind, question) {
    const node = made("article", "", { className: kind, tabIndex: -1 });
    if (question) {
      const asked = made("p", "", { className: "asked" });
      asked.append(made("span", words.you), " ", made("q", question, { dir: "auto" }));
      node.append(asked);
    }
    return node;
  }
  function show(node) {
    log.append(node);
    node.scrollIntoView({ block: "start" });
  }
  function leave() {
    log.replaceChildren();
    location.replace("about:blank");
  }
  function card(given) {
    const node = turn("crisis");
    node.append(spoken("p", given.text), list(given.help.map(line)));
    const button = made("button", words.leave, { type: "button" });
    button.addEventListener("click", leave);
    node.append(button);
    log.replaceChildren();
    return node;
  }
  function answered(given, question) {
    const node = turn(given.kind, question);
    node.append(given.lang ? made("p", given.text, { lang: given.lang, dir: "auto" }) : spoken("p", given.text));
    if (given.help.length) node.append(list(given.help.map(line)));
    if (given.refs.length) node.append(made("p", words.rests, { className: "rests" }), list(given.refs.map(link)));
    return node;
  }
  function unknown(given, question) {
    const node = turn("unknown", question);
    node.append(made("p", given.text));
    const near = given.nearest.map((id) => {
      const button = spoken("button", Kokko.entry(id).title);
      button.type = "button";
      button.addEventListener("click", () => show(answered(Kokko.told(id), Kokko.entry(id).title)));
      return button;
    });
    if (near.length) node.append(made("p", words.nearest), list(near));
    return node;
  }
  async function ask(question) {
    const text = question.trim();
    told.textContent = text ? "" : words.empty;
    if (!text) return field.focus();
    try {
      await ready();
    } catch {
      told.textContent = words.failed;
      return;
    }
    const given = Kokko.answer(text);
    field.value = "";
    show({ crisis: card, unknown }[given.kind]?.(given, text) || answered(given, text));
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(field.value);
  });
  for (const button of dialog.querySelectorAll(".examples button")) button.addEventListener("click", () => ask(button.textContent));
  dialog.querySelector(".close").addEventListener("click", () => dialog.close());
  for (const opener of document.querySelectorAll("[data-opens=_assistant]")) {
    opener.addEventListener("click", () => {
      dialog.showModal();
      field.focus();
      ready().catch(() => {});
    });
  }
})();
