/** What a picture's file said about itself, by the way it said it. */
export interface Said {
  readonly kind: 'exif' | 'xmp' | 'iptc';
  readonly bytes: Uint8Array;
}

/**
 * A picture without what it said about itself: the same pixels, the same colours, turned the same way, and nothing
 * else. What was taken out is in `said`.
 */
export interface Cleaned {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly said: readonly Said[];
  /** How the picture is turned (Exif, 1 to 8); 1 is upright. Still said in `bytes`. */
  readonly orientation: number;
}
