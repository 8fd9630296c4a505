/** Randomness as a port: as many random bytes as asked for. A seeded one replays a whole world. */
export type Random = (bytes: number) => Uint8Array;
