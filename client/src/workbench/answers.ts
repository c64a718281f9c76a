// What the server's named commands answer, as docs/commands.md tells.

import type { CancellationToken } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { State } from 'vscode-languageclient';

export interface Location {
  readonly uri: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

export interface IndicatorValue {
  readonly period: string;
  readonly text: string;
  readonly stance: string;
  readonly location: Location;
}

export interface IndicatorRow {
  readonly name: string;
  readonly unit: string;
  readonly summary: string;
  readonly category?: string;
  readonly trend?: 'up' | 'down' | 'level';
  readonly findings: { readonly error: number; readonly warning: number; readonly hint: number };
  readonly location: Location;
  readonly values: readonly IndicatorValue[];
}

export interface Indicators {
  readonly rows: readonly IndicatorRow[];
  readonly total: number;
  readonly onlyInSentences: number;
}

export interface OpenItem {
  readonly label: string;
  readonly emphasis?: { readonly start: number; readonly end: number };
  readonly explanation: string;
  readonly location: Location;
}

export interface OpenItemGroup {
  readonly kind: 'error' | 'placeholder' | 'year' | 'unit' | 'owner' | 'deadline';
  readonly title: string;
  readonly total: number;
  readonly items: readonly OpenItem[];
}

export interface OpenItems {
  readonly groups: readonly OpenItemGroup[];
}

export interface ScheduledMeasure {
  readonly title: string;
  readonly owner: string;
  readonly due: string;
  readonly progress: string;
  readonly location: Location;
}

export interface Measures {
  readonly groups: readonly {
    readonly title: string;
    readonly isMissing: boolean;
    readonly measures: readonly ScheduledMeasure[];
  }[];
}

export interface Statistics {
  readonly words: number;
  readonly targets: number;
  readonly openItems: number;
}

export interface PastedLines {
  /** Absent where the words alone are as good, or there is a problem. */
  readonly text?: string;
  readonly preferred?: boolean;
  readonly leftOut?: string;
  readonly problem?: string;
}

export interface ImportedFile {
  readonly text: string;
  readonly leftOut?: string;
  readonly leftOutGroups?: readonly {
    readonly kind: string;
    readonly count: number;
    readonly words: readonly string[];
  }[];
  /** Instead of everything else. */
  readonly problem?: string;
}

/**
 * Asks the server by the name of a command.
 *
 * @returns undefined while the server does not run, or does not have the document
 */
export async function ask<Answer>(
  client: BaseLanguageClient,
  command: string,
  argument: Readonly<Record<string, unknown>>,
  token?: CancellationToken,
): Promise<Answer | undefined> {
  if (client.state !== State.Running) return undefined;
  const parameters = { command, arguments: [argument] };
  const request = 'workspace/executeCommand';
  // A token that is not there would be taken for a second argument.
  const answer = await (token
    ? client.sendRequest<Answer | null>(request, parameters, token)
    : client.sendRequest<Answer | null>(request, parameters));
  return answer ?? undefined;
}
