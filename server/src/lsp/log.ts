import type { Connection } from 'vscode-languageserver';

/** Writes one line about something that should not have happened: what was being done, and what came of it. */
export function logProblem({ console }: Connection, doing: string, problem: unknown): void {
  const [message, place] = (
    problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)
  )
    .split('\n')
    .map((line) => line.trim());
  console.error(`${doing}: ${message}${place ? ` ${place}` : ''}`);
}
