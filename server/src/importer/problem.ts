/** A document that cannot be imported, with the sentence that tells its owner why and what would help. */
import type { Message } from '../model/types.ts';

export class ImportProblem extends Error {
  override readonly name = 'ImportProblem';
  readonly said: Message;

  constructor(said: Message) {
    super(said.en);
    this.said = said;
  }
}

/** The sentence; undefined for any other error. The class is in several bundles, so its name is what counts. */
export function problemOf(error: unknown): Message | undefined {
  return error instanceof Error && error.name === 'ImportProblem'
    ? (error as ImportProblem).said
    : undefined;
}
