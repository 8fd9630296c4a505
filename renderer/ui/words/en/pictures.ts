/** Words of pictures and galleries. */
export const pictures = {};

export type PicturesWords = typeof pictures;
