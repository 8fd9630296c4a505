import { describe, expect, it } from 'vitest';
import type { Article } from '#shared/article/article.ts';
import type { MediaName } from '#shared/article/block.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { run } from '#shared/article/inline.ts';
import { DEFAULT_METADATA, type Metadata } from '#shared/article/metadata.ts';
import { shareTextOf } from '#shared/surfaces/share-text.ts';

const PICTURE = `${'a'.repeat(64)}.jpg` as MediaName;
const OTHER = `${'b'.repeat(64)}.png` as MediaName;

function article(metadata: Partial<Metadata> = {}): Article {
  return {
    id: '0'.repeat(26) as ArticleId,
    headline: [run('Bridge closes')],
    standfirst: [],
    body: [
      { kind: 'figure', media: PICTURE, caption: [], credit: '', source: '', alt: '', decorative: false },
      { kind: 'paragraph', content: [run('The bridge is shut.')] },
    ],
    metadata: { ...DEFAULT_METADATA, ...metadata },
    related: [],
  };
}

describe('shareTextOf', () => {
  it('falls back to headline, first paragraph and first picture', () => {
    expect(shareTextOf(article())).toEqual({
      title: 'Bridge closes',
      searchTitle: 'Bridge closes',
      description: 'The bridge is shut.',
      image: PICTURE,
    });
  });

  it('prefers what was written for sharing', () => {
    const texts = shareTextOf(
      article({
        shareTitle: 'Shut!',
        socialHeadline: 'no',
        searchHeadline: 'Bridge',
        shareDescription: 'Why',
        shareImage: OTHER,
      }),
    );
    expect(texts).toEqual({ title: 'Shut!', searchTitle: 'Bridge', description: 'Why', image: OTHER });
  });

  it('takes the social headline before the headline, and blanks for nothing', () => {
    expect(shareTextOf(article({ shareTitle: '  ', socialHeadline: 'On the bridge' })).title).toBe('On the bridge');
  });
});
