import { z } from 'zod';
import { isArticleId, type ArticleId } from '#shared/article/identity.ts';

/** An article's id in a call's input. */
export const articleId = z.custom<ArticleId>(isArticleId, 'not an article id');
