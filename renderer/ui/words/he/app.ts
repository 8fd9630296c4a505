import { app as english, type AppWords } from '../en/app.ts';

/** Words of the shell and of every screen but the editor. */
export const app: AppWords = { ...english };
