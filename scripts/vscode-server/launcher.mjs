#!/usr/bin/env node
// Takes the arguments of desktop VS Code and serves them with VS Code's own server, in a browser without a
// display. @vscode/test-electron starts it as if it were the desktop program:
//
//   launcher.mjs [FOLDER or FILE.code-workspace] --extensionDevelopmentPath=… [--extensionTestsPath=…]
//
// It ends with the exit code of the test suite. `--extensionDevelopmentKind`, `--locale`, `--logsPath`,
// `--remote-debugging-port`, `--force-device-scale-factor` and `--window-size` mean what they mean to the desktop program. Its
// other arguments have no meaning here and are passed over.

import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { installVsCodeServer, PlainError } from './install.mjs';
import { serveFiles, startVsCodeServer, workbenchAddress } from './serve.mjs';

/** The file for `runTests({ vscodeExecutablePath })`. */
export const launcherFile = fileURLToPath(import.meta.url);

/** The suite limits its own tests; this is for the window in which no suite ever begins. */
const suiteLimitMs = 15 * 60_000;

const browserCandidates = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

// Without these, a browser on a closed network spends its time on connections that are refused.
const quietBrowserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function browserFile() {
  const found = [process.env.PLANWRIGHT_BROWSER, ...browserCandidates].find(
    (file) => file && existsSync(file),
  );
  if (!found) {
    throw new PlainError(
      'No Chromium was found: install it (on Debian "apt-get install chromium"), or name one in PLANWRIGHT_BROWSER.',
    );
  }
  return found;
}

/** Splits the command line into what is to be opened and the options, of which each may be given repeatedly. */
export function parseDesktopArguments(commandLine) {
  const options = new Map();
  const toOpen = [];
  for (const argument of commandLine) {
    const option = /^--([^=]+)(?:=(.*))?$/s.exec(argument);
    if (!option) toOpen.push(argument);
    else options.set(option[1], [...(options.get(option[1]) ?? []), option[2] ?? '']);
  }
  return { options, toOpen };
}

/**
 * Runs in the page. VS Code's own words need a language pack, which is not to be had here; its extensions only need to be
 * told the language.
 */
function pretendLanguage(locale) {
  Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => locale, set() {} });
}

/**
 * Extensions for a web worker are named in the configuration that the server writes into its page. No option leads there,
 * so it is amended as the workbench reads it.
 */
async function loadInWebWorker(page, { extensions, extensionTestsPath }) {
  const toUri = (address) => {
    const { protocol, host, pathname } = new URL(address);
    return { scheme: protocol.slice(0, -1), authority: host, path: decodeURIComponent(pathname) };
  };
  await page.addInitScript(
    (added) => {
      const getAttribute = Element.prototype.getAttribute;
      Element.prototype.getAttribute = function (name) {
        const value = getAttribute.call(this, name);
        if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings') {
          return value;
        }
        const configuration = JSON.parse(value);
        Object.assign(configuration.developmentOptions, added);
        return JSON.stringify(configuration);
      };
    },
    { extensions: extensions.map(toUri), extensionTestsPath: toUri(extensionTestsPath) },
  );
}

async function launch(commandLine) {
  const { options, toOpen } = parseDesktopArguments(commandLine);
  const extensionDevelopmentPaths = options.get('extensionDevelopmentPath') ?? [];
  const extensionTestsPath = options.get('extensionTestsPath')?.[0];
  if (extensionDevelopmentPaths.length === 0 || !extensionTestsPath) {
    throw new PlainError(
      'The launcher needs --extensionDevelopmentPath=FOLDER and --extensionTestsPath=FILE.',
    );
  }
  const isWeb = options.get('extensionDevelopmentKind')?.includes('web') ?? false;
  const executablePath = browserFile();
  const serverMain = await installVsCodeServer();
  const [width, height] = (options.get('window-size')?.[0] || '1440,900').split(',').map(Number);
  const passedOn = ['remote-debugging-port', 'force-device-scale-factor'].flatMap((name) =>
    (options.get(name) ?? []).map((value) => `--${name}=${value}`),
  );

  const temporaryFolder = await mkdtemp(path.join(os.tmpdir(), 'planwright-editor-'));
  const serverDataFolder = path.join(temporaryFolder, 'server');
  const logsFolder = path.resolve(
    options.get('logsPath')?.[0] || path.join(temporaryFolder, 'logs'),
  );
  const browserFolder = path.join(temporaryFolder, 'browser');
  await mkdir(serverDataFolder);
  await mkdir(logsFolder, { recursive: true });
  const log = createWriteStream(path.join(logsFolder, 'workbench.log'), { flags: 'a' });
  let server;
  let browser;
  let files;
  let limit;
  try {
    server = await startVsCodeServer({
      serverMain,
      serverDataFolder,
      logsFolder,
      forTests: true,
    });
    browser = await chromium.launchPersistentContext(browserFolder, {
      executablePath,
      headless: true,
      viewport: { width, height },
      // The scale of the page is set by the command line option alone.
      ...(passedOn.some((argument) => argument.startsWith('--force-device'))
        ? { deviceScaleFactor: Number(options.get('force-device-scale-factor')[0]) }
        : {}),
      // The server's page lets an extension in from its own address only.
      bypassCSP: isWeb,
      args: [...quietBrowserArguments, ...passedOn],
    });
    const page = browser.pages()[0] ?? (await browser.newPage());
    const suiteEnded = new Promise((resolve, reject) => {
      server.exited.then((code) =>
        reject(new PlainError(`VS Code's server ended during the tests (exit code ${code}).`)),
      );
      page.on('crash', () => reject(new PlainError('The browser page crashed during the tests.')));
      page.on('close', () => reject(new PlainError('The browser closed during the tests.')));
      page.exposeFunction('codeAutomationExit', (code) => resolve(Number(code)));
      limit = setTimeout(
        () =>
          reject(new PlainError(`The tests did not end within ${suiteLimitMs / 60_000} minutes.`)),
        suiteLimitMs,
      );
    });
    // Errors between here and the await below must not count as unhandled.
    suiteEnded.catch(() => {});
    await page.exposeFunction('codeAutomationLog', (type, values) => {
      log.write(`[${type}] ${values.join(' ')}\n`);
    });
    page.on('console', (message) => {
      const type = message.type();
      if (type === 'warning' || type === 'error') log.write(`[page ${type}] ${message.text()}\n`);
    });
    page.on('pageerror', (error) => log.write(`[page error] ${error.stack}\n`));
    const locale = options.get('locale')?.[0];
    if (locale) await page.addInitScript(pretendLanguage, locale);
    const address = { server, open: toOpen[0] };
    if (isWeb) {
      files = await serveFiles();
      await loadInWebWorker(page, {
        extensions: extensionDevelopmentPaths.map(files.addressOf),
        extensionTestsPath: files.addressOf(extensionTestsPath),
      });
    } else {
      Object.assign(address, { extensionDevelopmentPaths, extensionTestsPath });
    }
    await page.goto(workbenchAddress(address));
    return await suiteEnded;
  } finally {
    clearTimeout(limit);
    await browser?.close();
    await server?.stop();
    files?.stop();
    log.end();
    await rm(temporaryFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

if (process.argv[1] && path.resolve(process.argv[1]) === launcherFile) {
  try {
    process.exitCode = await launch(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof PlainError ? error.message : error);
    process.exitCode = 1;
  }
}
