/** Words of tables, quotes, boxes, embeds and cards. */
export const blocks = {};

export type BlocksWords = typeof blocks;
