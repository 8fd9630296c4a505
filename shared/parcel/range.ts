/** Issues of one writer: `from` to `to`, both included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Up to which issue, from 1 on without a gap, these ranges go; 0 where the first is missing. In any order. */
export function reachOf(ranges: readonly Range[]): number {
  let reach = 0;
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    if (from > reach + 1) break;
    reach = Math.max(reach, to);
  }
  return reach;
}

/** True when `longer` holds all of `shorter` and more. */
export function isLonger(longer: Range, shorter: Range): boolean {
  const holds = longer.from <= shorter.from && longer.to >= shorter.to;
  return holds && longer.to - longer.from > shorter.to - shorter.from;
}
