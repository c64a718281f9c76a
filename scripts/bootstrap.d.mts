export const repositoryFolder: string;
export function ensureReady(options: { build: boolean }): Promise<void>;
export function isInstalled(folder?: string): boolean;
export function isNewEnough(version: string): boolean;
