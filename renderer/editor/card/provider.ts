import { isWebUrl } from '#shared/article/url.ts';

/** What an address says of what is there, without asking anybody. */
export interface Provided {
  /** The house it stands in, by its own name; the host where it is no known one. */
  readonly provider: string;
  readonly kind: 'video' | 'audio' | 'post' | 'page';
  /** Whose it is, as that house writes names. */
  readonly handle?: string;
}

interface House {
  readonly provider: string;
  readonly hosts: readonly string[];
  readonly read: (path: readonly string[], url: URL) => Omit<Provided, 'provider'> | null;
}

const NAME = /^@?[\p{L}\p{N}._-]{1,64}$/u;

/** Where embeds come from in newsrooms. Addresses that none of them understands are pages like any other. */
const HOUSES: readonly House[] = [
  {
    provider: 'YouTube',
    hosts: ['youtube.com', 'youtu.be', 'youtube-nocookie.com'],
    read: ([first = '', second = ''], url) => {
      const isShort = url.hostname === 'youtu.be' && first !== '';
      const isVideo = isShort || (first === 'watch' && url.searchParams.has('v'));
      if (isVideo || (['shorts', 'live', 'embed'].includes(first) && second !== '')) return { kind: 'video' };
      return first.startsWith('@') ? { kind: 'page', ...named(first) } : null;
    },
  },
  {
    provider: 'X',
    hosts: ['x.com', 'twitter.com'],
    read: ([user = '', what]) => (what === 'status' && user !== 'i' ? { kind: 'post', ...named(user, '@') } : null),
  },
  {
    provider: 'Instagram',
    hosts: ['instagram.com'],
    read: ([first = '', second = '']) => {
      if (['p', 'reel', 'tv'].includes(first)) return { kind: first === 'p' ? 'post' : 'video' };
      return ['p', 'reel'].includes(second) ? { kind: second === 'p' ? 'post' : 'video', ...named(first, '@') } : null;
    },
  },
  {
    provider: 'TikTok',
    hosts: ['tiktok.com'],
    read: ([user = '', what]) =>
      what === 'video' && user.startsWith('@')
        ? { kind: 'video', ...named(user) }
        : user === 't'
          ? { kind: 'video' }
          : null,
  },
  { provider: 'Vimeo', hosts: ['vimeo.com'], read: (path) => (path.some(isNumber) ? { kind: 'video' } : null) },
  { provider: 'Dailymotion', hosts: ['dailymotion.com', 'dai.ly'], read: () => ({ kind: 'video' }) },
  { provider: 'Spotify', hosts: ['spotify.com'], read: () => ({ kind: 'audio' }) },
  { provider: 'SoundCloud', hosts: ['soundcloud.com'], read: ([user]) => ({ kind: 'audio', ...named(user ?? '') }) },
  { provider: 'Apple Podcasts', hosts: ['podcasts.apple.com'], read: () => ({ kind: 'audio' }) },
  {
    provider: 'Facebook',
    hosts: ['facebook.com', 'fb.watch'],
    read: (path, url) => {
      const isVideo =
        url.hostname === 'fb.watch' || path.includes('videos') || path.includes('watch') || path.includes('reel');
      return isVideo
        ? { kind: 'video' }
        : path.some((part) => ['posts', 'photos', 'share'].includes(part))
          ? { kind: 'post' }
          : null;
    },
  },
  {
    provider: 'Threads',
    hosts: ['threads.net', 'threads.com'],
    read: ([user = '', what]) => (what === 'post' ? { kind: 'post', ...named(user) } : null),
  },
  {
    provider: 'Bluesky',
    hosts: ['bsky.app'],
    read: ([first, user = '', what]) =>
      first === 'profile' && what === 'post' ? { kind: 'post', ...named(user, '@') } : null,
  },
  {
    provider: 'Telegram',
    hosts: ['t.me'],
    read: ([channel = '', post = '']) => (isNumber(post) ? { kind: 'post', ...named(channel, '@') } : null),
  },
  {
    provider: 'LinkedIn',
    hosts: ['linkedin.com'],
    read: ([first]) => (first === 'posts' || first === 'feed' ? { kind: 'post' } : null),
  },
  {
    provider: 'Reddit',
    hosts: ['reddit.com', 'redd.it'],
    read: ([first, name = '', what]) =>
      what === 'comments' && first === 'r' ? { kind: 'post', ...named(`r/${name}`) } : null,
  },
];

/** What can be read from an address; null for what is no web address. */
export function providedBy(address: string): Provided | null {
  if (!isWebUrl(address)) return null;
  const url = new URL(address);
  const host = url.hostname.replace(/^(?:www|m|mobile)\./u, '');
  const house = HOUSES.find(({ hosts }) => hosts.some((own) => host === own || host.endsWith(`.${own}`)));
  const path = url.pathname.split('/').filter((part) => part !== '');
  const read = house?.read(path.map(plain), url) ?? null;
  if (house === undefined) return { provider: host, kind: 'page' };
  return { provider: house.provider, ...(read ?? { kind: 'page' }) };
}

function named(name: string, sign = ''): { handle?: string } {
  const bare = name.replace(/^r\//u, '');
  if (!NAME.test(bare)) return {};
  return { handle: name.startsWith(sign) ? name : `${sign}${name}` };
}

function isNumber(part: string): boolean {
  return /^\d+$/u.test(part);
}

function plain(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
