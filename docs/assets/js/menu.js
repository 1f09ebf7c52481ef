/**
 * The side menu opens at the page that is open (the theme scrolls it there): its first item in sight is a
 * whole one, not cut by the chapter's title that stays above.
 */

function align() {
  const frame = document.querySelector(".md-sidebar--primary .md-sidebar__scrollwrap");
  const title = frame?.querySelector(".md-nav__list > .md-nav__item--active > .md-nav__link");
  if (!frame || !title || frame.scrollTop === 0) return;
  const edge = title.getBoundingClientRect().bottom;
  const cut = [...frame.querySelectorAll(".md-nav .md-nav .md-nav__item")].map((item) =>
    item.getBoundingClientRect()
  )
    .find(({ top, bottom }) => top < edge && bottom > edge);
  if (cut) frame.scrollTop -= edge - cut.top;
}

// Two frames after everything has loaded: the theme has scrolled by then.
globalThis.addEventListener("load", () => requestAnimationFrame(() => requestAnimationFrame(align)));
