import { describe, expect, it } from 'vitest';
import { describeEmbed, embedFor } from '#renderer/editor/card/embed.ts';
import { providedBy } from '#renderer/editor/card/provider.ts';
import { blocks as words } from '#renderer/ui/words/en/blocks.ts';

const plain = (text: string): string => text.replace(/[\u2066-\u2069]/gu, '');

describe('what an address says of itself', () => {
  it.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'Video on YouTube'],
    ['https://youtu.be/dQw4w9WgXcQ?t=3', 'Video on YouTube'],
    ['https://m.youtube.com/shorts/abc', 'Video on YouTube'],
    ['https://www.youtube.com/about/', 'Page on YouTube'],
    ['https://x.com/harbour/status/1', 'Post by @harbour on X'],
    ['https://twitter.com/harbour/status/1/photo/1', 'Post by @harbour on X'],
    ['https://x.com/harbour', 'Page on X'],
    ['https://www.instagram.com/reel/xyz/', 'Video on Instagram'],
    ['https://www.instagram.com/ana/p/xyz/', 'Post by @ana on Instagram'],
    ['https://www.tiktok.com/@ana/video/123', 'Video by @ana on TikTok'],
    ['https://vimeo.com/channels/staff/76979871', 'Video on Vimeo'],
    ['https://open.spotify.com/episode/1', 'Audio on Spotify'],
    ['https://www.facebook.com/watch/?v=1', 'Video on Facebook'],
    ['https://www.facebook.com/harbour/posts/1', 'Post on Facebook'],
    ['https://bsky.app/profile/ana.example.org/post/1', 'Post by @ana.example.org on Bluesky'],
    ['https://t.me/harbour/12', 'Post by @harbour on Telegram'],
    ['https://www.reddit.com/r/news/comments/1/title/', 'Post by r/news on Reddit'],
    ['https://example.org/story', 'Page on example.org'],
    ['https://notyoutube.com/watch?v=1', 'Page on notyoutube.com'],
    ['https://youtube.com.example.org/watch?v=1', 'Page on youtube.com.example.org'],
  ])('%s is: %s', (address, said) => {
    expect(plain(describeEmbed(address, words))).toBe(said);
  });

  it('takes no names that no house gives', () => {
    expect(providedBy('https://x.com/%3Cb%3E/status/1')).toEqual({ provider: 'X', kind: 'post' });
    expect(providedBy('https://x.com/%E0%A4%A/status/1')?.handle).toBeUndefined();
    expect(providedBy('https://t.me/harbour')).toEqual({ provider: 'Telegram', kind: 'page' });
  });

  it('makes embeds of full web addresses only', () => {
    expect(embedFor(' https://example.org/a ')).toEqual({ url: 'https://example.org/a', title: null });
    for (const refused of ['javascript:alert(1)', 'mailto:a@b.org', '//example.org', 'example.org', 'file:///a', '']) {
      expect(embedFor(refused)).toBeNull();
    }
  });
});
