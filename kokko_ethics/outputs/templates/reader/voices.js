// Voices: speaks words through the voices of this device, the narrator's and everybody's own. Voices that would send
// the words to somebody else's computer are not asked.
"use strict";
(() => {
  const speech = window.speechSynthesis;
  const page = document.documentElement;
  const WAIT = 1500;
  const PITCHES = [1, 0.8, 1.25, 0.9, 1.12];
  // What some devices have beside voices of people.
  const JOKES = /\b(albert|bad news|bahh|bells|boing|bubbles|cellos|deranged|good news|hysterical|jester|organ|superstar|trinoids|whisper|wobble|zarvox)\b/i;
  const people = [...new Set([...document.querySelectorAll("[data-by]")].map((line) => first(line.dataset.by)).filter(Boolean))];
  let turn = 0;
  let spoken = null;

  function first(by) {
    return by.split(" ")[0];
  }

  function tongue(lang) {
    return lang.toLowerCase().split(/[-_]/)[0];
  }

  function voices(lang) {
    const found = speech.getVoices().filter((one) => one.localService && tongue(one.lang) === tongue(lang) && !JOKES.test(one.name));
    return found.sort((one, other) => other.default - one.default);
  }

  // Whether this device can speak the language of the page; some browsers need a moment to know.
  function ready() {
    if (!speech) return Promise.resolve("mute");
    const found = () => (voices(page.lang).length ? "" : "none");
    if (!found()) return Promise.resolve("");
    return new Promise((answer) => {
      speech.addEventListener("voiceschanged", () => !found() && answer(""));
      setTimeout(() => answer(found()), WAIT);
    });
  }

  // The words of `by` in their own voice; where there are too few voices, higher or lower than the others.
  function utterance({ text, lang, by }) {
    const found = voices(lang);
    if (!found.length) return null;
    const one = new SpeechSynthesisUtterance(text);
    const at = people.indexOf(first(by)) + 1;
    one.voice = found[at % found.length];
    one.lang = one.voice.lang;
    one.pitch = PITCHES[Math.floor(at / found.length) % PITCHES.length];
    return one;
  }

  function hush() {
    turn += 1;
    if (speech && (speech.speaking || speech.pending)) speech.cancel();
  }

  // Say texts one after another, then `after()`; `failed()` where the device will not.
  function say(texts, after, failed) {
    hush();
    const mine = turn;
    const rest = texts.map(utterance).filter(Boolean);
    const next = () => {
      if (mine !== turn) return;
      spoken = rest.shift(); // browsers forget an utterance that nobody holds, and never say that it has ended
      if (!spoken) return after();
      spoken.onend = next;
      spoken.onerror = () => mine === turn && failed();
      speech.speak(spoken);
    };
    next();
  }

  addEventListener("pagehide", hush);
  kokko.voices = { ready, say, hush };
})();
