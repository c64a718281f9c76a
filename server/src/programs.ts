/**
 * The programs: they share nearly everything, and are one bundle. What only one of them needs is loaded when it is
 * started, so that the bundle does in a worker what it does in Node.
 */

/** The language server, in a process of its own. */
export async function startServer(): Promise<void> {
  await import('./lsp/listen.node.ts');
}

/** The language server, in a browser’s worker. */
export async function startWorker(): Promise<void> {
  await import('./lsp/listen.browser.ts');
}

/** One export, in a thread of the language server. */
export async function startExport(): Promise<void> {
  const { answerOrder } = await import('./lsp/export-thread.node.ts');
  await answerOrder();
}

export async function startCommandLine(): Promise<void> {
  await import('./cli/main.ts');
}
