/** The pipeline an article goes through. `spiked` is a reversible drop before release, `killed` a recall after it. */
export const STATUSES = [
  'pitch',
  'writing',
  'desk',
  'subs',
  'legal',
  'ready',
  'exported',
  'hold',
  'spiked',
  'killed',
] as const;

export type Status = (typeof STATUSES)[number];

export function isStatus(value: unknown): value is Status {
  return (STATUSES as readonly unknown[]).includes(value);
}
