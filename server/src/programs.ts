/** Both programs for Node: they share nearly everything, and each is loaded when it is started. */

export async function startServer(): Promise<void> {
  await import('./lsp/listen.node.ts');
}

export async function startCommandLine(): Promise<void> {
  await import('./cli/main.ts');
}
