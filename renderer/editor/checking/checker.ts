import type { Node } from '@tiptap/pm/model';
import { reportOf, type BlockReport } from '#shared/checks/block-report.ts';
import { findsAsBefore, gatherFindings } from '#shared/checks/catalogue.ts';
import type { CheckCode, Finding, Fix, Passage } from '#shared/checks/check.ts';
import { makeHouse, PLAIN_HOUSE, type House } from '#shared/checks/house.ts';
import type { RulesInForce } from '#shared/contract/calls.ts';
import { FIELDS_OF_TEXT, type TextField } from '#shared/document/layout.ts';
import { pageOf, type Page } from '../page.ts';
import type { ArticleSession } from '../session.ts';
import { viewOfNode } from './block-view.ts';

/** A finding in the article as it is on the screen. */
export interface LiveFinding extends Finding {
  /** Names the finding as long as it stays where it is. */
  readonly key: string;
}

/** What is known at this moment. */
export interface CheckingState {
  /** Null until all blocks have been looked at once. */
  readonly findings: readonly LiveFinding[] | null;
  readonly inForce: RulesInForce | null;
  /** Key of the finding that is being looked at. */
  readonly chosen: string | null;
}

/** How long the checks may work before they let the browser breathe, in milliseconds. */
const SLICE = 6;

/** Whole headlines and sentences are not underlined; the margin and the panel tell of them. */
const NOT_UNDERLINED: ReadonlySet<CheckCode> = new Set(['headline-long', 'standfirst-long', 'sentence-long']);

const MARKS = ['hint', 'check', 'check-now'] as const;

type Reports = { readonly [Field in TextField]: readonly BlockReport[] };

/** What findings are made of. */
type Gathered = Parameters<typeof gatherFindings>[0];

/**
 * Runs the checks of a page at each pause in writing. Blocks are looked at once: one that did not change is the same
 * object and is known; so a pause costs the blocks that were written in, however long the article is.
 */
export class Checker {
  readonly #page: Page;
  readonly #listeners = new Set<() => void>();
  /** What is underlined now: only blocks in which something was found. */
  readonly #passages: Readonly<Record<(typeof MARKS)[number], Map<Node, readonly Passage[]>>> = {
    hint: new Map(),
    check: new Map(),
    'check-now': new Map(),
  };
  #known = new WeakMap<Node, BlockReport>();
  /** The block of each finding, as it was when it was looked at. */
  #blocks = new WeakMap<LiveFinding, Node>();
  /** What the findings were made of; null when something else they depend on has changed since. */
  #gathered: Gathered | null = null;
  #house: House = PLAIN_HOUSE;
  #language = '';
  #state: CheckingState = { findings: null, inForce: null, chosen: null };
  #idle = 0;
  #followers = 0;
  #stop: (() => void) | null = null;

  constructor(page: Page) {
    this.#page = page;
  }

  get state(): CheckingState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Checks for as long as anybody follows. Returns the way to stop. */
  follow(): () => void {
    this.#followers += 1;
    this.#stop ??= this.#begin();
    return () => {
      this.#followers -= 1;
      if (this.#followers > 0) return;
      this.#stop?.();
      this.#stop = null;
    };
  }

  /** Chooses the finding that is being looked at; null: none. */
  choose(key: string | null): void {
    if (this.#state.chosen === key) return;
    this.#tell({ ...this.#state, chosen: key });
    this.run();
  }

  /** The finding with this key, as it stands now. */
  find(key: string | null): LiveFinding | undefined {
    return this.#state.findings?.find((finding) => finding.key === key);
  }

  /** The block in which something was found; undefined for what is said of the whole article. */
  blockOf(finding: LiveFinding): Node | undefined {
    return this.#blocks.get(finding);
  }

  /** Looks at the article now, not at the next pause. */
  readonly run = (): void => {
    this.#gathered = null;
    this.#look();
  };

  /** Makes the library's own file of house rules. */
  async createRules(): Promise<RulesInForce | null> {
    const made = await this.#page.session.client.call('rules.create', {});
    if (made.ok) this.#take(made.value);
    return made.ok ? made.value : null;
  }

  #begin(): () => void {
    const page = this.#page;
    const { session } = page;
    const { client } = session;
    void this.#readRules();
    const stops = [
      page.subscribe('pause', this.#look),
      session.subscribe('metadata', this.run),
      session.subscribe('related', this.run),
      client.on('rules.changed', ({ inForce }) => this.#take(inForce)),
      ...MARKS.map((name) => page.marks.add({ name, passages: (block) => this.#passages[name].get(block) ?? [] })),
    ];
    this.#idle = requestIdleCallback(this.run, { timeout: 1_000 });
    return () => {
      cancelIdleCallback(this.#idle);
      for (const stop of stops) stop();
    };
  }

  async #readRules(): Promise<void> {
    const read = await this.#page.session.client.call('rules.read', {});
    if (read.ok) this.#take(read.value);
  }

  #take(inForce: RulesInForce): void {
    this.#house = makeHouse(inForce.rules);
    this.#known = new WeakMap();
    this.#tell({ ...this.#state, inForce });
    this.run();
  }

  readonly #look = (): void => {
    cancelIdleCallback(this.#idle);
    const reports = this.#reports();
    if (reports === null) this.#idle = requestIdleCallback(this.#look, { timeout: 200 });
    else this.#gather(reports);
  };

  /** The reports of all blocks; null when there was no time for all of them. */
  #reports(): Reports | null {
    const { editors, session } = this.#page;
    if (editors === null) return null;
    const { language } = session.metadata();
    if (language !== this.#language) this.#known = new WeakMap();
    this.#language = language;
    const until = performance.now() + SLICE;
    const reports: Record<TextField, BlockReport[]> = { headline: [], standfirst: [], body: [] };
    for (const field of FIELDS_OF_TEXT) {
      const { doc } = editors[field].state;
      for (let at = 0; at < doc.childCount; at += 1) {
        const block = doc.child(at);
        const known = this.#known.get(block);
        if (known === undefined && performance.now() > until) return null;
        const report = known ?? reportOf(viewOfNode(block), language, this.#house);
        if (known === undefined) this.#known.set(block, report);
        reports[field].push(report);
      }
    }
    return reports;
  }

  #gather(reports: Reports): void {
    const { session } = this.#page;
    const { metadata, related } = this.#gathered ?? { metadata: session.metadata(), related: session.related() };
    const now = { ...reports, metadata, related };
    const isAsBefore = this.#gathered !== null && findsAsBefore(this.#gathered, now);
    this.#gathered = now;
    if (isAsBefore) return;
    const found = gatherFindings(now, this.#house);
    const { findings: before } = this.#state;
    const findings = before === null ? withKeys(found) : keepSame(before, withKeys(found));
    this.#underline(findings);
    if (findings === before) return;
    const chosen = findings.some(({ key }) => key === this.#state.chosen) ? this.#state.chosen : null;
    this.#tell({ ...this.#state, findings, chosen });
  }

  /** Remembers what is to be underlined in each block, and what is being looked at. */
  #underline(findings: readonly LiveFinding[]): void {
    const { editors } = this.#page;
    if (editors === null) return;
    const { chosen } = this.#state;
    for (const passages of Object.values(this.#passages)) passages.clear();
    for (const finding of findings) {
      const { key, field, block, part, passages, code, severity } = finding;
      const node = field === undefined ? null : editors[field].state.doc.maybeChild(block ?? part ?? 0);
      if (node === null) continue;
      this.#blocks.set(finding, node);
      if (passages === undefined) continue;
      if (key === chosen) add(this.#passages['check-now'], node, passages);
      if (!NOT_UNDERLINED.has(code)) add(this.#passages[severity === 'hints' ? 'hint' : 'check'], node, passages);
    }
    this.#page.marks.renew();
  }

  #tell(state: CheckingState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

interface Keyed {
  readonly name: string;
  readonly time: number;
  readonly live: LiveFinding;
}

/** What findings were called last: those of a block that did not change are the same objects. */
const called = new WeakMap<Finding, Keyed>();

/** Findings with a key each: what they are, where, and which of several they are there. */
function withKeys(findings: readonly Finding[]): LiveFinding[] {
  const times = new Map<string, number>();
  return findings.map((finding) => {
    const known = called.get(finding);
    const name = known?.name ?? nameOf(finding);
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    if (known?.time === time) return known.live;
    const live = { ...finding, key: `${name} ${time}` };
    called.set(finding, { name, time, live });
    return live;
  });
}

function nameOf({ code, field, block, part, values }: Finding): string {
  return [code, field ?? '', block ?? part ?? '', values.name ?? '', values.word ?? ''].join(' ');
}

function add(to: Map<Node, readonly Passage[]>, block: Node, passages: readonly Passage[]): void {
  to.set(block, [...(to.get(block) ?? []), ...passages]);
}

/** The findings as they are now: the old objects, and the old list, wherever nothing changed. */
function keepSame(before: readonly LiveFinding[], after: readonly LiveFinding[]): readonly LiveFinding[] {
  const known = new Map(before.map((finding) => [finding.key, finding]));
  const kept = after.map((finding) => {
    const old = known.get(finding.key);
    return old !== undefined && isSame(old, finding) ? old : finding;
  });
  return kept.length === before.length && kept.every((finding, at) => finding === before[at]) ? before : kept;
}

function isSame(one: LiveFinding, other: LiveFinding): boolean {
  if (one.severity !== other.severity || one.block !== other.block) return false;
  // A block that did not change has the very same report.
  if (one.passages !== undefined && one.passages === other.passages && one.values === other.values) return true;
  return one.message === other.message && samePassages(one.passages, other.passages) && sameFix(one.fix, other.fix);
}

function sameFix(one: Fix | undefined, other: Fix | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  if (one.at.from !== other.at.from || one.at.to !== other.at.to) return false;
  if (one.kind === 'replace') return other.kind === 'replace' && one.text === other.text;
  return other.kind === 'secure-link' && one.href === other.href;
}

function samePassages(one: readonly Passage[] = [], other: readonly Passage[] = []): boolean {
  return (
    one.length === other.length && one.every(({ from, to }, at) => from === other[at]?.from && to === other[at]?.to)
  );
}

const checkers = new WeakMap<Page, Checker>();

/** The checker of a session's page: one, however many components ask. */
export function checkerOf(session: ArticleSession): Checker {
  const page = pageOf(session);
  const checker = checkers.get(page) ?? new Checker(page);
  checkers.set(page, checker);
  return checker;
}
