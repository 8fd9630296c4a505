/** A stretch of one client's clocks: from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Spans by client; those of one client sorted, apart and not touching. */
export type Spans = ReadonlyMap<number, readonly Span[]>;

/** All of these, sorted and joined. */
export function spansOf(pieces: Iterable<Span & { readonly client: number }>): Spans {
  const byClient = new Map<number, Span[]>();
  for (const { client, start, end } of pieces) {
    const spans = byClient.get(client);
    if (spans === undefined) byClient.set(client, [{ start, end }]);
    else spans.push({ start, end });
  }
  for (const [client, spans] of byClient) byClient.set(client, joined(spans));
  return byClient;
}

function joined(spans: Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && span.start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else if (span.end > span.start) result.push(span);
  }
  return result;
}

/** What of `spans` is not in `others`. */
export function spansWithout(spans: Spans, others: Spans): Spans {
  const left = new Map<number, readonly Span[]>();
  for (const [client, all] of spans) {
    const taken = others.get(client) ?? [];
    const rest = all.flatMap((span) => cut(span, taken));
    if (rest.length > 0) left.set(client, rest);
  }
  return left;
}

function cut(span: Span, taken: readonly Span[]): Span[] {
  const rest: Span[] = [];
  let from = span.start;
  for (let at = firstEndingAfter(taken, span.start); at < taken.length; at += 1) {
    const other = taken[at];
    if (other === undefined || other.start >= span.end) break;
    if (other.start > from) rest.push({ start: from, end: other.start });
    from = Math.max(from, other.end);
  }
  if (from < span.end) rest.push({ start: from, end: span.end });
  return rest;
}

/** True when any clock from `start` up to `end` of that client is in `spans`. */
export function meets(spans: Spans, client: number, { start, end }: Span): boolean {
  const all = spans.get(client) ?? [];
  const found = all[firstEndingAfter(all, start)];
  return found !== undefined && found.start < end;
}

function firstEndingAfter(spans: readonly Span[], clock: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? Infinity) > clock) high = middle;
    else low = middle + 1;
  }
  return low;
}
