/** Strokes of the icons on a picture: those of Lucide (ISC), which the rest of the interface has as components. */
export const DRAWING = {
  stop: ['M18 6 6 18', 'M6 6l12 12'],
  replace: ['M3 12a9 9 0 0 1 15-6.7L21 8', 'M21 3v5h-5', 'M21 12a9 9 0 0 1-15 6.7L3 16', 'M8 16H3v5'],
  aim: ['M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0', 'M22 12h-4', 'M6 12H2', 'M12 6V2', 'M12 22v-4'],
  gallery: ['M3 3h7v7H3z', 'M14 3h7v7h-7z', 'M14 14h7v7h-7z', 'M3 14h7v7H3z'],
  up: ['m5 12 7-7 7 7', 'M12 19V5'],
  down: ['M12 5v14', 'm19 12-7 7-7-7'],
  remove: ['M3 6h18', 'M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6', 'M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2'],
} as const;
