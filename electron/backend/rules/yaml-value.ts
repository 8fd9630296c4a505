import { isMap, isScalar, type Node, type Pair } from 'yaml';
import type { RuleProblemCode, RuleSeverity } from '#shared/article/house-rules.ts';

/** Notes what is wrong, with the line of the node it is about. */
export type Say = (code: RuleProblemCode, node: unknown, name: string) => void;

/** `hint` and `warn` as people write them. */
export function levelOf(node: unknown): RuleSeverity | 'off' | null {
  const value = isScalar(node) ? node.value : null;
  if (value === false || value === 'off') return 'off';
  if (value === 'hint') return 'hints';
  return value === 'warn' ? 'warns' : null;
}

/** What a scalar says as text; null for anything else and for nothing. */
export function textOf(node: unknown): string | null {
  const value = isScalar(node) ? node.value : null;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** The entries of a map; none, which is said, where something else stands. */
export function entriesOf(node: unknown, say: Say, name: string): readonly Pair[] {
  if (isMap(node)) return node.items;
  if (!isNothing(node)) say('wrong-value', node, name);
  return [];
}

export function isNothing(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null);
}

/** Where in the text a node begins. */
export function startOf(node: unknown): number {
  return (node as Partial<Node> | null)?.range?.[0] ?? 0;
}
