import { fail, type Failure, type Result } from '#shared/article/failure.ts';
import { CALLS, type CallName, type CallOutput, type ParsedInput } from './calls.ts';
import type { EventName, Events } from './events.ts';
import { plainFrame, readCall, type CallFrame } from './frame.ts';
import type { Frame, Transport } from './transport.ts';

/** One function per call of the table. Its input has been checked. */
export type Handlers = {
  readonly [Name in CallName]: (input: ParsedInput<Name>) => Promise<Result<CallOutput<Name>>>;
};
type HostCall = Extract<CallName, `host.${string}`>;
/** The calls that a host answers itself: what only a window or a browser can do. */
export type HostHandlers = Pick<Handlers, HostCall>;
/** The calls that the back end answers, whatever the host. */
export type BackendHandlers = Omit<Handlers, HostCall>;

/** Tells this page something unasked. */
export type Emit = <Name extends EventName>(name: Name, value: Events[Name]) => void;

/** What stands behind one page's connection. `dispose` is called once, when the page is gone. */
export interface Connection {
  readonly handlers: Handlers;
  dispose(): void;
}

export interface ServeOptions {
  /** Told in one line, without any content, when a handler threw. */
  readonly report?: (line: string) => void;
  /** How many calls of one page may be unanswered at a time. */
  readonly inFlight?: number;
}

const MOST_IN_FLIGHT = 256;
const BROKEN = fail('internal', 'Something went wrong inside Stet; nothing you wrote is lost, please try again.');

/**
 * Answers one page's calls: the one door. Frames that are no call are ignored, every input is checked against the
 * table, and a handler that throws becomes `internal`. Returns the way to stop, which closes the transport.
 */
export function serve(
  transport: Transport,
  connection: (emit: Emit) => Connection,
  options: ServeOptions = {},
): () => void {
  const most = options.inFlight ?? MOST_IN_FLIGHT;
  let inFlight = 0;
  let open = true;

  const post = (frame: Frame): void => {
    if (open) transport.post(frame);
  };
  const reply = (id: number, result: Result<unknown>): void => {
    post((plainFrame({ kind: 'reply', id, result }) ?? { frame: { kind: 'reply', id, result: BROKEN } }).frame);
  };
  const served = connection((name, value) => {
    const event = plainFrame({ kind: 'event', name, value });
    if (event !== null) post(event.frame);
  });
  const receive = (frame: Frame): void => {
    const call = readCall(frame);
    if (call === null) return;
    if (inFlight >= most) {
      reply(call.id, fail('too-many', 'Too much was asked of Stet at once; try again in a moment.'));
      return;
    }
    inFlight += 1;
    void respond(call);
  };
  const respond = async (call: CallFrame): Promise<void> => {
    const result = await answer(call, served.handlers, options.report);
    inFlight -= 1;
    reply(call.id, result);
  };
  const end = (): void => {
    if (!open) return;
    open = false;
    stopFrames();
    stopClose();
    served.dispose();
  };
  const stopFrames = transport.onFrame(receive);
  const stopClose = transport.onClose(end);
  return () => {
    end();
    transport.close();
  };
}

/** Never rejects. */
async function answer(
  call: CallFrame,
  handlers: Handlers,
  report: ((line: string) => void) | undefined,
): Promise<Result<unknown>> {
  const { name } = call;
  if (!isCallName(name)) return fail('bad-input', 'This part of Stet does not know that call; start Stet again.');
  try {
    const input = CALLS[name].input.safeParse(call.input);
    if (!input.success) return { ok: false, error: refusal(name, input.error.issues[0]) };
    const handler = handlers[name] as (input: unknown) => Promise<Result<unknown>>;
    return await handler(input.data);
  } catch (thrown) {
    report?.(`${name} threw ${withoutContent(thrown)}`);
    return BROKEN;
  }
}

function isCallName(name: string): name is CallName {
  return Object.hasOwn(CALLS, name);
}

interface Issue {
  readonly code?: string | undefined;
  readonly message: string;
  readonly path: readonly PropertyKey[];
}

/** Names the call and the place in its input, never the value. */
function refusal(name: CallName, issue: Issue | undefined): Failure {
  const place = (issue?.path ?? []).filter((key) => typeof key !== 'string' || /^[a-zA-Z]{1,40}$/u.test(key));
  const where = [name, ...place.map(String)].join(' › ');
  if (issue !== undefined && (issue.code === 'too_big' || issue.message.startsWith('more than '))) {
    return { code: 'too-large', message: `That is more than Stet takes at once (${where}).` };
  }
  return { code: 'bad-input', message: `Stet was asked for something it doesn’t understand (${where}).` };
}

/** An error's class, system code and stack lines; its message may quote an article and is left out. */
function withoutContent(thrown: unknown): string {
  if (!(thrown instanceof Error)) return `a ${typeof thrown}`;
  const code = 'code' in thrown && typeof thrown.code === 'string' && /^[A-Z0-9_]{1,40}$/u.test(thrown.code);
  const stack = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line));
  return [`${thrown.name}${code ? ` ${String(thrown.code)}` : ''}`, ...stack.map((line) => line.trim())].join(' | ');
}
