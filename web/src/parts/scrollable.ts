// What can be scrolled sideways can be scrolled by keys too: it takes the focus while it is wider than its frame.

/** Makes an element that overflows reachable by keys. */
export function scrollable(element: HTMLElement): () => void {
  const look = () => {
    if (element.scrollWidth > element.clientWidth + 1) element.tabIndex = 0;
    else element.removeAttribute('tabindex');
  };
  const watch = new ResizeObserver(look);
  watch.observe(element);
  for (const child of element.children) watch.observe(child);
  look();
  return () => watch.disconnect();
}
