// A browser's speech without any sound: it says a text when a test lets it, and writes down what it has said.
(() => {
  const ends = [];
  const fake = new EventTarget();
  Object.assign(fake, {
    said: [],
    cancelled: 0,
    voices: [],
    getVoices: () => fake.voices,
    pending: false,
    speak(one) {
      fake.said.push({ text: one.text, voice: one.voice.name, pitch: one.pitch, lang: one.lang });
      ends.push(one);
    },
    cancel() {
      fake.cancelled += 1;
      ends.splice(0).forEach((one) => one.onerror?.({ error: "canceled" }));
    },
    // Let `count` texts be said to their ends.
    run(count) {
      for (; count > 0 && ends.length; count -= 1) ends.shift().onend?.({});
    },
  });
  Object.defineProperty(fake, "speaking", { get: () => ends.length > 0 });
  const voice = (name, lang, localService = true) => ({ name, lang, localService, default: false });
  fake.voices = window.VOICES?.map((one) => voice(...one)) ?? [];
  Object.defineProperty(window, "speechSynthesis", { value: fake });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
})();
