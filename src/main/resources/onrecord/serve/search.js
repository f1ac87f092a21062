"use strict";
// The page works without this script. With it, filters and the order apply at once, and names of
// speakers are suggested while they are typed.
(() => {
  const form = document.getElementById("search");
  const box = document.getElementById("q");
  const names = document.getElementById("names");
  if (!form || !box || !names) {
    return;
  }
  form.addEventListener("change", event => {
    if (event.target !== box) {
      form.requestSubmit();
    }
  });
  for (const button of document.querySelectorAll(".apply")) {
    button.hidden = true;
  }
  let last = "";
  box.addEventListener("input", async () => {
    const typed = box.value.trim();
    if (typed.length < 2 || typed.length > 100 || /["():]/.test(typed)) {
      return;
    }
    last = typed;
    const answer = await fetch("/api/suggest?limit=8&name=" + encodeURIComponent(typed));
    if (!answer.ok || last !== typed) {
      return;
    }
    const found = await answer.json();
    names.replaceChildren(...found.speakers.map(speaker => {
      const option = document.createElement("option");
      option.value = 'speaker:"' + speaker.speaker.replace(/["\\]/g, "\\$&") + '"';
      option.label = speaker.speaker + " (" + speaker.quotations + ")";
      return option;
    }));
  });
})();
