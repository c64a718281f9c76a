/** What is measured through the protocol: keystrokes, and the start of a server. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { LanguageServerClient } from './client.ts';
import { generateDocument } from './generate.ts';
import { type Keystroke, planKeystrokes, planPeriodKeystrokes } from './keystrokes.ts';
import { type Summary, summarize, summarizeFromCold } from './statistics.ts';

/** A server by the name it is reported under, and the script that Node runs. */
export interface ServerScript {
  readonly name: string;
  readonly script: string;
}

export interface KeystrokeFigures {
  readonly open: number;
  readonly keystroke: Summary;
  /** Only where it was asked for: the plan's last year is changed, which concerns every line. */
  readonly periodKeystroke?: Summary;
  /** The most findings that any answer held. */
  readonly mostFindings: number;
}

/** The servers take turns after so many keystrokes, so that the machine's moods meet all of them. */
const TURN_LENGTH = 20;
const PERIOD_KEYSTROKES = 6;

export async function measureKeystrokes(
  servers: readonly ServerScript[],
  { lines, count, warmUp }: { lines: number; count: number; warmUp: number },
): Promise<KeystrokeFigures[]> {
  const text = generateDocument({ lines });
  const warmUpKeystrokes = warmUp > 0 ? planKeystrokes(text, warmUp, 1) : [];
  const keystrokes = planKeystrokes(text, count, 2);
  const contestants: Contestant[] = [];
  try {
    for (const server of servers) {
      contestants.push(await enter(server, text));
    }
    await takeTurns(contestants, warmUpKeystrokes, () => {});
    await takeTurns(contestants, keystrokes, (contestant, time) => contestant.times.push(time));
    if (warmUp > 0) {
      const periodKeystrokes = planPeriodKeystrokes(text, PERIOD_KEYSTROKES);
      await takeTurns(contestants, periodKeystrokes, (contestant, time) =>
        contestant.periodTimes.push(time),
      );
    }
    await Promise.all(contestants.map(({ client }) => client.stop()));
    return contestants.map(({ open, times, periodTimes, mostFindings }) => ({
      open,
      keystroke: warmUp > 0 ? summarize(times) : summarizeFromCold(times),
      periodKeystroke: periodTimes.length > 0 ? summarize(periodTimes) : undefined,
      mostFindings,
    }));
  } finally {
    for (const { client } of contestants) {
      client.kill();
    }
  }
}

interface Contestant {
  readonly client: LanguageServerClient;
  readonly open: number;
  readonly times: number[];
  readonly periodTimes: number[];
  mostFindings: number;
}

async function enter({ name, script }: ServerScript, text: string): Promise<Contestant> {
  const client = await LanguageServerClient.start(name, script);
  const open = await client.open(text);
  return { client, open, times: [], periodTimes: [], mostFindings: client.findings };
}

async function takeTurns(
  contestants: readonly Contestant[],
  keystrokes: readonly Keystroke[],
  record: (contestant: Contestant, time: number) => void,
): Promise<void> {
  let order = contestants;
  for (let begin = 0; begin < keystrokes.length; begin += TURN_LENGTH) {
    order = order.toReversed();
    for (const contestant of order) {
      for (const keystroke of keystrokes.slice(begin, begin + TURN_LENGTH)) {
        record(contestant, await contestant.client.type(keystroke));
        contestant.mostFindings = Math.max(contestant.mostFindings, contestant.client.findings);
      }
    }
  }
}

export interface StartFigures {
  readonly lines: number;
  readonly node: Summary;
  /** From the start of Node to the first diagnostics, one for each server asked for. */
  readonly servers: readonly Summary[];
}

/** Starts Node alone and each server in turn, again and again. */
export async function measureStart(
  servers: readonly ServerScript[],
  { lines, rounds }: { lines: number; rounds: number },
): Promise<StartFigures> {
  const text = generateDocument({ lines });
  const node: number[] = [];
  const times = servers.map((): number[] => []);
  // The first start is the one that everything is compiled in; it happens once for each version.
  for (const server of servers) await timeStart(server, text);
  for (let round = 0; round < rounds; round++) {
    node.push(await timeNodeAlone());
    for (const [index, server] of servers.entries()) {
      times[index].push(await timeStart(server, text));
    }
  }
  return { lines, node: summarize(node), servers: times.map(summarize) };
}

async function timeNodeAlone(): Promise<number> {
  const start = performance.now();
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit');
  return performance.now() - start;
}

async function timeStart({ name, script }: ServerScript, text: string): Promise<number> {
  const start = performance.now();
  const client = await LanguageServerClient.start(name, script);
  try {
    await client.open(text);
    const time = performance.now() - start;
    await client.stop();
    return time;
  } finally {
    client.kill();
  }
}
