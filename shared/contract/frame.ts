import { FAILURE_CODES, type Failure, type FailureCode, type Result } from '#shared/article/failure.ts';
import type { Frame } from './transport.ts';

/** What travels: a page asks with calls, a back end answers with replies and tells with events. */
export interface CallFrame {
  readonly kind: 'call';
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}
export interface ReplyFrame {
  readonly kind: 'reply';
  readonly id: number;
  readonly result: Result<unknown>;
}
export interface EventFrame {
  readonly kind: 'event';
  readonly name: string;
  readonly value: unknown;
}

const LONGEST_NAME = 64;
const LONGEST_MESSAGE = 4_000;
const CODES: ReadonlySet<unknown> = new Set(FAILURE_CODES);

/** How deep a frame may be nested. Articles are about ten deep. */
export const DEEPEST_FRAME = 64;

/** Reads what a back end may receive. Null for anything but a well-formed call: the frame is to be ignored. */
export function readCall(frame: Frame): CallFrame | null {
  if (own(frame, 'kind') !== 'call') return null;
  const id = own(frame, 'id');
  const name = own(frame, 'name');
  return isId(id) && isName(name) ? { kind: 'call', id, name, input: own(frame, 'input') } : null;
}

/** Reads what a page may receive. Null for anything but a well-formed reply or event: the frame is to be ignored. */
export function readAnswer(frame: Frame): ReplyFrame | EventFrame | null {
  switch (own(frame, 'kind')) {
    case 'reply': {
      const id = own(frame, 'id');
      const result = readResult(own(frame, 'result'));
      return isId(id) && result !== null ? { kind: 'reply', id, result } : null;
    }
    case 'event': {
      const name = own(frame, 'name');
      return isName(name) ? { kind: 'event', name, value: own(frame, 'value') } : null;
    }
    default:
      return null;
  }
}

/**
 * A copy of plain data in which every `Uint8Array` owns exactly its bytes: a view would carry (or keep alive) the
 * whole buffer it looks into. Null when the data is not plain (functions, dates, class instances, symbols) or
 * nested deeper than `DEEPEST_FRAME`.
 */
export function plainFrame(frame: Frame): { readonly frame: Frame } | null {
  const copy = plain(frame, 0);
  return copy === NOT_PLAIN ? null : { frame: copy };
}

const NOT_PLAIN = Symbol('not plain');

function plain(value: unknown, depth: number): unknown {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'undefined':
      return value;
    case 'object':
      if (value === null) return null;
      if (value instanceof Uint8Array) return ownBytes(value);
      if (depth >= DEEPEST_FRAME) return NOT_PLAIN;
      return Array.isArray(value) ? plainList(value, depth) : plainRecord(value, depth);
    default:
      return NOT_PLAIN;
  }
}

function plainList(list: readonly unknown[], depth: number): unknown {
  const copy: unknown[] = [];
  for (const item of list) {
    const value = plain(item, depth + 1);
    if (value === NOT_PLAIN) return NOT_PLAIN;
    copy.push(value);
  }
  return copy;
}

function plainRecord(record: object, depth: number): unknown {
  if (Object.prototype.toString.call(record) !== '[object Object]' || hasClass(record)) return NOT_PLAIN;
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(record)) {
    if (key === '__proto__') return NOT_PLAIN;
    const value = plain(item, depth + 1);
    if (value === NOT_PLAIN) return NOT_PLAIN;
    if (value !== undefined) copy[key] = value;
  }
  return copy;
}

/** True unless the prototype is `Object.prototype` (of any window) or null. */
function hasClass(record: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(record);
  return prototype !== null && Object.getPrototypeOf(prototype) !== null;
}

function ownBytes(bytes: Uint8Array): Uint8Array {
  const whole = bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer;
  return whole && Object.getPrototypeOf(bytes) === Uint8Array.prototype ? bytes : new Uint8Array(bytes);
}

function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= LONGEST_NAME;
}

function readResult(value: unknown): Result<unknown> | null {
  const ok = own(value, 'ok');
  if (ok === true) return { ok: true, value: own(value, 'value') };
  const error = ok === false ? readFailure(own(value, 'error')) : null;
  return error === null ? null : { ok: false, error };
}

function readFailure(value: unknown): Failure | null {
  const code = own(value, 'code');
  const message = own(value, 'message');
  if (!isFailureCode(code) || typeof message !== 'string') return null;
  return { code, message: message.slice(0, LONGEST_MESSAGE) };
}

function isFailureCode(value: unknown): value is FailureCode {
  return CODES.has(value);
}
