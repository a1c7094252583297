// What the page does in the browser itself: everything else goes through the server.
(() => {
  const stored = () => { try { return localStorage.getItem("youju-language"); } catch { return null; } };
  const remember = (language) => { try { localStorage.setItem("youju-language", language); } catch { /* private */ } };

  // The framework words its own few messages in the browser's language: let the visitor's choice stand for it.
  const chosen = stored();
  if (chosen) {
    const name = chosen === "zh" ? "zh-CN" : "en";
    Object.defineProperty(navigator, "language", { get: () => name, configurable: true });
    Object.defineProperty(navigator, "languages", { get: () => [name], configurable: true });
  }

  const narrow = () => matchMedia("(max-width: 860px)").matches;
  const behavior = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

  const notice = (text) => {
    const place = document.getElementById("notice");
    if (!place) return;
    place.textContent = text;
    clearTimeout(notice.timer);
    notice.timer = setTimeout(() => { place.textContent = ""; }, 6000);
  };

  const copy = async (button) => {
    const text = button.dataset.copy;
    try {
      await navigator.clipboard.writeText(text);
    } catch { // no clipboard without https: the older way
      const area = Object.assign(document.createElement("textarea"), { value: text });
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    const label = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = label; }, 1500);
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button);
  });

  // The server refuses what is too large or of another kind; here it is said in the page's language, before sending.
  document.addEventListener("change", (event) => {
    const limits = document.getElementById("limits")?.dataset;
    if (event.target.type !== "file" || !limits) return;
    const suffixes = limits.suffixes.split(" ");
    for (const file of event.target.files) {
      const suffix = file.name.includes(".") ? "." + file.name.split(".").pop().toLowerCase() : "";
      const wrong = !suffixes.includes(suffix);
      if (wrong || file.size > Number(limits.bytes)) {
        event.stopImmediatePropagation();
        event.target.value = "";
        notice((wrong ? limits.wrongType : limits.tooLarge).replace("{name}", file.name));
        return;
      }
    }
  }, true);

  window.youju = {
    language: () => stored() || (navigator.languages || [navigator.language]).join(","),

    // One listener for a component: what was clicked names the event and its value.
    listen: (element, trigger) => element.addEventListener("click", (event) => {
      const target = event.target.closest("[data-event]");
      if (!target || !element.contains(target)) return;
      event.preventDefault();
      if (target.dataset.event === "option_select") remember(target.dataset.value);
      trigger(target.dataset.event, { value: target.dataset.value });
    }),

    showLanguage: (element) => {
      const bar = element.querySelector("[data-language]");
      if (!bar) return;
      document.documentElement.lang = bar.dataset.language;
      document.title = bar.dataset.title;
    },

    // The end of the conversation, but never past the beginning of its newest question.
    showEnd: () => {
      const place = document.getElementById("conversation");
      const question = [...place.querySelectorAll(".question")].at(-1);
      if (!question) return;
      const scrolled = narrow() ? document.documentElement : place;
      const top = narrow() ? 0 : place.getBoundingClientRect().top;
      const end = narrow()
        ? document.getElementById("talk").getBoundingClientRect().bottom - innerHeight
        : place.scrollHeight - place.clientHeight - place.scrollTop;
      const below = Math.min(question.getBoundingClientRect().top - top - 16, end);
      scrolled.scrollTo({ top: scrolled.scrollTop + below, behavior: behavior() });
    },

    // On a narrow screen the evidence lies below: go there only when a source was asked for.
    showCited: () => {
      const place = document.getElementById("evidence");
      const cited = place.querySelector("mark.cited");
      if (!narrow()) {
        const below = cited ? cited.getBoundingClientRect().top - place.getBoundingClientRect().top : 0;
        place.scrollTop = cited ? place.scrollTop + below - place.clientHeight / 3 : 0;
      } else if (place.querySelector("[data-focus]")) {
        (cited || place).scrollIntoView({ block: cited ? "center" : "start", behavior: behavior() });
      }
    },
  };
})();
