// Thoughts: what somebody writes under the questions. It stays on the device, and can be printed, saved or wiped.
"use strict";
(() => {
  const tools = document.querySelector(".thoughts");
  if (!tools) return;
  const page = document.documentElement;
  const story = document.querySelector(".panels").dataset.story;
  const questions = [...document.querySelectorAll(".question")];
  const fields = questions.map((question) => question.querySelector("textarea"));
  const [print, save, wipe, sure, keep] = tools.querySelectorAll("button");
  const doubt = tools.querySelector(".sure");
  const done = tools.querySelector("[role=status]");
  const { memory } = kokko;

  // Questions keep their order in every language, so thoughts go along when somebody changes the language.
  const key = (at) => `thoughts.${story}.${at + 1}`;

  function show() {
    questions.forEach((question, at) => {
      question.querySelector(".written").textContent = fields[at].value.trim();
    });
    wipe.hidden = !fields.some((field) => field.value.trim());
  }

  function recall() {
    fields.forEach((field, at) => {
      field.value = memory.get(key(at)) ?? "";
    });
    show();
  }

  function tell(what) {
    if (done.textContent !== done.dataset[what]) done.textContent = done.dataset[what];
  }

  function ask(whether) {
    doubt.hidden = !whether;
    wipe.setAttribute("aria-expanded", whether);
    (whether ? keep : wipe).focus();
  }

  fields.forEach((field, at) => {
    field.addEventListener("input", () => {
      if (field.value.trim()) memory.set(key(at), field.value);
      else memory.wipe(key(at));
      show();
      tell(memory.lasting ? "kept" : "open");
    });
  });

  print.addEventListener("click", () => {
    page.dataset.print = "thoughts";
    window.print();
  });
  addEventListener("afterprint", () => delete page.dataset.print);

  function asText() {
    const told = questions.map((question, at) => {
      const [to, asked] = ["h3", "p"].map((name) => kokko.told(question.querySelector(name)));
      return `${to}: ${asked}\n\n${fields[at].value.trim()}\n`;
    });
    return [document.querySelector("h1").textContent.trim(), "", ...told].join("\n");
  }

  save.addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([asText()], { type: "text/plain;charset=utf-8" }));
    link.download = `${story}.txt`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    tell("saved");
  });

  wipe.addEventListener("click", () => ask(doubt.hidden));
  keep.addEventListener("click", () => ask(false));
  sure.addEventListener("click", () => {
    fields.forEach((_, at) => memory.wipe(key(at)));
    ask(false);
    recall();
    tell("wiped");
    fields[0].focus();
  });
  doubt.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    ask(false);
  });

  // The same story may be open in another tab, or be shown again as it was left.
  addEventListener("storage", recall);
  addEventListener("pageshow", recall);
  tools.querySelector(".forgets").hidden = memory.lasting;
  recall();
})();
