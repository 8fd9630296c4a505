const reduced = typeof matchMedia === 'undefined' ? null : matchMedia('(prefers-reduced-motion: reduce)');

/** How the page is to be scrolled: at once for those who asked their system for less motion. */
export function scrollBehavior(): 'smooth' | 'instant' {
  return reduced?.matches === true ? 'instant' : 'smooth';
}
