// Settings: how somebody wants to read, chosen once and kept on the device. memory.js has answered them already.
"use strict";
(() => {
  const page = document.documentElement;
  const box = document.querySelector(".settings");
  const easy = document.getElementById("_easy");
  const { memory, SETTINGS, answer } = kokko;
  const names = Object.keys(SETTINGS);

  function wishes() {
    return Object.fromEntries(names.map((name) => [name, page.dataset[name]]));
  }

  // Letters in pictures cannot grow or part, and say what they say: whoever needs more reads the words beneath them.
  function open() {
    const always = page.dataset.words === "open" || page.dataset.spacing === "wide" || Number(page.dataset.size) >= 150;
    const eased = page.dataset.ease === "easy";
    for (const words of document.querySelectorAll(".panel details")) {
      words.open = always || (eased && words.querySelector(".easy") !== null);
    }
  }

  function show() {
    for (const name of names) {
      const chosen = box?.querySelector(`[name="_${name}"][value="${page.dataset[name]}"]`);
      if (chosen) chosen.checked = true;
    }
    if (easy) easy.checked = page.dataset.ease === "easy";
  }

  function wish(name, value) {
    const beneath = ["size", "spacing", "words", "ease"].includes(name);
    answer({ ...wishes(), [name]: value });
    memory.set("settings", wishes());
    show();
    if (beneath) open();
    document.dispatchEvent(new Event("kokko:settings"));
  }

  // A picture and open words beneath it would say the same twice.
  for (const words of document.querySelectorAll(".panel details")) {
    const svg = words.closest(".panel").querySelector("svg");
    const both = svg.getAttribute("aria-labelledby");
    words.addEventListener("toggle", () => svg.setAttribute("aria-labelledby", words.open ? both.split(" ")[0] : both));
  }

  easy?.addEventListener("change", () => wish("ease", easy.checked ? "easy" : "plain"));
  addEventListener("pageshow", show);
  show();
  open();
  if (!box) return;
  const done = box.querySelector("[role=status]");
  box.querySelector(".forgets").hidden = memory.lasting;
  box.addEventListener("change", (event) => {
    done.textContent = "";
    wish(event.target.name.slice(1), event.target.value);
  });
  box.querySelector("button").addEventListener("click", () => {
    answer({});
    memory.wipe("settings");
    show();
    open();
    done.textContent = done.dataset.done;
    document.dispatchEvent(new Event("kokko:settings"));
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.open) return;
    event.preventDefault();
    box.open = false;
    box.querySelector("summary").focus();
  });
})();
