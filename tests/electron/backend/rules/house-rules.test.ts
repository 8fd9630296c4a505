import { describe, expect, it, vi } from 'vitest';
import { writeMembership } from '#electron/backend/desk/membership.ts';
import { memoryDisk } from '#electron/backend/disk/memory.ts';
import { writeWhole } from '#electron/backend/disk/replace.ts';
import { RulesKeeper } from '#electron/backend/rules/house-rules.ts';
import { articleIdFrom, ID_BYTES } from '#shared/article/identity.ts';

const FILE = '/library/house-rules.yaml';

async function keeper() {
  const disk = memoryDisk();
  await disk.makeFolder('/library');
  const write = (text: string) => writeWhole(disk, FILE, new TextEncoder().encode(text));
  return { disk, write, rules: new RulesKeeper({ disk, place: '/library' }) };
}

describe('RulesKeeper', () => {
  it('has the rules of Stet until the library has its own, which it makes of them', async () => {
    const { disk, rules } = await keeper();
    const first = await rules.read();
    expect(first).toMatchObject({ from: 'stet', file: FILE, problems: [] });
    expect(await disk.size(FILE)).toBeNull();
    const made = await rules.create();
    expect(made.ok && made.value.from).toBe('library');
    expect(made.ok && made.value.rules).toEqual(first.rules);
    const again = await rules.create();
    expect(again.ok && again.value).toBe(made.ok && made.value);
  });

  it('reads the file anew when it changes and keeps what it has while it does not', async () => {
    const { write, rules } = await keeper();
    await write('rules: [{ words: [foo] }]');
    const first = await rules.house();
    expect(first.patterns).toHaveLength(1);
    expect(await rules.house()).toBe(first);
    await write('rules: []');
    expect((await rules.house()).patterns).toHaveLength(0);
  });

  it('tells who listens, once for each change', async () => {
    vi.useFakeTimers();
    const { write, rules } = await keeper();
    await rules.read();
    const told: string[] = [];
    const stop = rules.on(({ from }) => told.push(from));
    await write('rules: []');
    await vi.advanceTimersByTimeAsync(10_000);
    await vi.waitFor(() => expect(told).toEqual(['library']));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(told).toEqual(['library']);
    stop();
    vi.useRealTimers();
  });

  it('has the rules of the desk’s folder while the library has none of its own', async () => {
    const { disk, write, rules } = await keeper();
    await disk.makeFolder('/desk');
    await writeWhole(disk, '/desk/house-rules.yaml', new TextEncoder().encode('rules: [{ words: [foo] }]'));
    const desk = articleIdFrom(new Uint8Array(ID_BYTES));
    await writeMembership(disk, '/library', { desk, place: '/desk', member: 'a', device: 'b' });
    expect(await rules.read()).toMatchObject({ from: 'desk', file: '/desk/house-rules.yaml' });
    const made = await rules.create();
    expect(made.ok && [made.value.from, made.value.rules.rules.length]).toEqual(['library', 1]);
    await write('rules: []');
    expect((await rules.read()).rules.rules).toEqual([]);
  });

  it('stands in with the rules of Stet for a file it can’t take', async () => {
    const { write, rules } = await keeper();
    await write(`# ${'x'.repeat(300_000)}`);
    const large = await rules.read();
    expect(large.problems).toEqual([{ code: 'too-large', line: 0, name: '' }]);
    expect(large.rules.rules.length).toBeGreaterThan(0);
  });
});
