// Terms: a word of the glossary opens its explanation where it stands. Without this script it leads to the glossary.
"use strict";
(() => {
  const main = document.querySelector("main");
  const glossary = document.querySelector(".glossary");
  if (!glossary) return;
  let open = null;

  function meaning(word) {
    return document.getElementById(decodeURIComponent(word.hash.slice(1)));
  }

  function add(parent, name, text, id) {
    const made = parent.appendChild(document.createElement(name));
    made.textContent = text.replace(/\s+/g, " ").trim();
    if (id) made.id = id;
    return made;
  }

  function close(returns) {
    if (!open) return;
    const { word, box } = open;
    open = null;
    word.setAttribute("aria-expanded", false);
    if (returns) word.focus();
    box.remove();
  }

  function explain(word) {
    const again = open?.word === word;
    close(again);
    if (again) return;
    const term = meaning(word);
    const box = document.createElement("div");
    box.className = "explained";
    box.tabIndex = -1;
    for (const [name, value] of [["role", "note"], ["aria-labelledby", "_explained"], ["aria-describedby", "_explanation"]]) {
      box.setAttribute(name, value);
    }
    add(add(box, "p", ""), "strong", term.textContent, "_explained");
    add(box, "p", term.nextElementSibling.textContent, "_explanation");
    const done = add(box, "button", glossary.dataset.close);
    done.type = "button";
    done.addEventListener("click", () => close(true));
    const around = word.closest("p, li, td, h3");
    if (around.matches("p, h3")) around.after(box);
    else around.append(box);
    word.setAttribute("aria-expanded", true);
    open = { word, box };
    box.focus({ preventScroll: true });
    box.scrollIntoView({ block: "nearest" });
  }

  for (const word of main.querySelectorAll(".term")) {
    if (!meaning(word)) continue;
    word.setAttribute("role", "button");
    word.setAttribute("aria-expanded", false);
    word.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      explain(word);
    });
    word.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      explain(word);
    });
  }
  main.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !open || event.defaultPrevented) return;
    event.preventDefault();
    close(true);
  });
  main.addEventListener("kokko:step", () => close(false), true);
  document.addEventListener("kokko:settings", () => close(false));
})();
