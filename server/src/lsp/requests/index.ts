/** All groups of requests. A new group is a file and a row here. */

import type { RequestGroup } from './answering.ts';
import { codeLensRequests } from './code-lenses.ts';
import { commandRequests } from './commands.ts';
import { completionRequests } from './completion.ts';
import { diagnosticRequests } from './diagnostics.ts';
import { formattingRequests } from './formatting.ts';
import { hoverRequests } from './hover.ts';
import { inlayHintRequests } from './inlay-hints.ts';
import { mendingRequests } from './mending.ts';
import { navigationRequests } from './navigation.ts';
import { outlineRequests } from './outline.ts';
import { previewRequests } from './preview.ts';
import { renameRequests } from './rename.ts';
import { semanticTokensRequests } from './semantic-tokens.ts';
import { writingRequests } from './writing.ts';

export const requestGroups: readonly RequestGroup[] = [
  outlineRequests,
  semanticTokensRequests,
  hoverRequests,
  inlayHintRequests,
  codeLensRequests,
  completionRequests,
  navigationRequests,
  renameRequests,
  mendingRequests,
  formattingRequests,
  diagnosticRequests,
  writingRequests,
  commandRequests,
  // What is made ready for it takes longest, and many never ask.
  previewRequests,
];
