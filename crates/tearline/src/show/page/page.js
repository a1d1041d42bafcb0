
"use strict";
(() => {
  const root = document.documentElement;
  let kept = "", shown = "";
  const parts = id => document.querySelectorAll(`[data-c~="${id}"]`);
  const at = target => target instanceof Element ? target.closest("[data-c]") : null;
  const first = element => element ? element.dataset.c.split(" ")[0] : "";
  // Marks all that belongs to a claim, and takes the mark from the one before.
  const show = id => {
    if (id === shown) return;
    if (shown) for (const part of parts(shown)) part.classList.remove("on");
    if (id) for (const part of parts(id)) part.classList.add("on");
    shown = id;
  };
  const narrow = () => matchMedia("(max-width: 60rem)").matches;
  const smooth = () => matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  const keep = id => {
    kept = id;
    show(id);
    root.classList.toggle("near", Boolean(id));
  };
  document.addEventListener("pointerover", event => {
    if (event.pointerType === "mouse") show(first(at(event.target)) || kept);
  });
  document.addEventListener("focusin", event => {
    const element = at(event.target);
    if (element) show(first(element));
  });
  document.addEventListener("click", event => {
    const element = at(event.target);
    if (!element) return keep("");
    const id = first(element), card = document.getElementById(id), link = event.target.closest("a");
    if (element === card) {
      root.classList.remove("near");
      kept = id;
      show(id);
      if (!link) document.getElementById(id + "t")?.scrollIntoView({ block: "center", behavior: smooth() });
      return;
    }
    if (link) event.preventDefault();
    keep(id);
    if (!narrow()) card?.scrollIntoView({ block: "nearest", behavior: smooth() });
  });
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") keep("");
  });
})();
