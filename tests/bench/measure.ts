/** One budget and what was measured against it. */
export interface Measure {
  readonly name: string;
  readonly measured: number;
  /** At most this much is within the budget. */
  readonly budget: number;
  /** `x`: ratio against a baseline of the same run. */
  readonly unit: 'x' | 's' | 'ms' | 'MB';
  /** What stood behind the ratio, for a reader: `7.1 ms against 5.2 ms`. */
  readonly detail?: string;
}

export function isWithin(measure: Measure): boolean {
  return Number.isFinite(measure.measured) && measure.measured <= measure.budget;
}

/** The measures as an aligned table, one line each. */
export function measureTable(measures: readonly Measure[]): string {
  return measures
    .map((measure) => {
      const value = (number: number): string => `${number.toFixed(2)} ${measure.unit}`.padStart(11);
      return [
        isWithin(measure) ? 'ok  ' : 'OVER',
        measure.name.padEnd(52),
        `budget ${value(measure.budget)}`,
        `measured ${value(measure.measured)}`,
        measure.detail === undefined ? '' : `(${measure.detail})`,
      ].join('  ');
    })
    .join('\n');
}

/** The middle of the values; of an even number of them, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** The value that so much of the others (a fraction) lies at or below. */
export function quantile(values: readonly number[], fraction: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * fraction) - 1] ?? Number.NaN;
}
