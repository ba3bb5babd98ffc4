// Memory: what this device keeps for a reader, and the reader's settings answered before the page is shown.
// Where the browser keeps nothing, the page does, while it is open.
"use strict";
(() => {
  const page = document.documentElement;
  const open = new Map();
  const SETTINGS = {
    size: ["100", "125", "150", "200"],
    spacing: ["normal", "wide"],
    contrast: ["normal", "more"],
    face: ["comic", "legible", "plain"],
    light: ["auto", "light", "dark"],
    motion: ["auto", "calm"],
    ease: ["plain", "easy"],
    words: ["closed", "open"],
  };

  function kept(act, otherwise) {
    try {
      return act(localStorage);
    } catch {
      return otherwise();
    }
  }

  const memory = {
    lasting: kept(
      (store) => {
        store.setItem("kokko.try", "1");
        store.removeItem("kokko.try");
        return true;
      },
      () => false,
    ),
    get(key) {
      const text = kept((store) => store.getItem(`kokko.${key}`), () => null) ?? open.get(key) ?? null;
      try {
        return JSON.parse(text);
      } catch {
        return null;
      }
    },
    set(key, value) {
      const text = JSON.stringify(value);
      kept((store) => store.setItem(`kokko.${key}`, text), () => open.set(key, text));
    },
    wipe(key) {
      open.delete(key);
      kept((store) => store.removeItem(`kokko.${key}`), () => {});
    },
  };

  function answer(wishes) {
    for (const [name, values] of Object.entries(SETTINGS)) {
      page.dataset[name] = values.includes(wishes[name]) ? wishes[name] : values[0];
    }
  }

  // The words of `node` as they are shown: those in easy language or the others.
  function told(node) {
    const copy = node.cloneNode(true);
    for (const other of copy.querySelectorAll(page.dataset.ease === "easy" ? ".plain" : ".easy")) other.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  // A text of the page with its {gaps} filled.
  function filled(text, values) {
    return text.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
  }

  page.dataset.script = "on";
  answer(memory.get("settings") || {});
  window.kokko = { memory, SETTINGS, answer, told, filled };
})();
