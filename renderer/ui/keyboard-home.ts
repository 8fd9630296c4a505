const homes = new Set<() => void>();

/** Somebody who takes the keyboard where nobody else has it. Returns the way to stop. */
export function offerHome(take: () => void): () => void {
  homes.add(take);
  return () => homes.delete(take);
}

/**
 * To be called where something that had the keyboard goes. It gives the keyboard back itself to where it was before;
 * where that has gone meanwhile, and nobody else has taken it two frames later, it goes home.
 */
export function sendHome(): void {
  const look = (): void => {
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    for (const take of homes) take();
  };
  requestAnimationFrame(() => requestAnimationFrame(look));
}
