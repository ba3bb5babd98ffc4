// Search over everything that the site knows in the language of the page: panels, principles, terms and answers.
"use strict";
(() => {
  const form = document.querySelector("form[role=search]");
  if (!form) return;
  const { made, link } = Kokko.page;
  const field = form.querySelector("input"), told = document.querySelector(".found-many"), found = document.querySelector(".found");
  const words = form.dataset;

  function hit(one) {
    const item = made("li"), head = made("h2");
    head.append(link({ label: one.title, href: one.href, at: one.at, lang: one.lang }));
    item.append(made("p", one.kind ? words[one.kind] : one.comic, { className: "kind" }), head);
    if (one.text) item.append(made("p", one.text, one.lang ? { lang: one.lang } : {}));
    return item;
  }
  async function search() {
    const text = field.value.trim();
    if (!text) {
      found.replaceChildren();
      told.textContent = words.empty;
      return field.focus();
    }
    try {
      await Kokko.ready();
    } catch {
      told.textContent = words.failed;
      return;
    }
    const hits = Kokko.search(text);
    found.replaceChildren(...hits.map(hit));
    told.textContent = hits.length ? words[hits.length === 1 ? "one" : "many"].replace("{n}", hits.length) : words.none;
    try {
      history.replaceState(null, "", `#q=${encodeURIComponent(text)}`);
    } catch {
      // Some frames forbid it; the results are there anyway.
    }
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  if (location.hash.startsWith("#q=")) {
    try {
      field.value = decodeURIComponent(location.hash.slice(3));
    } catch {
      return;
    }
    search();
  }
})();
