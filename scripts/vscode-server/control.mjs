// What a test in the extension host cannot do from there, done for it over a loopback address: press keys, take a
// screenshot, look into a webview, print a line. It connects to the window through the debugging port that Chromium
// and Electron both have, so it works the same for VS Code on the desktop and in the browser.

import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { chromium } from 'playwright-core';

/**
 * @typedef {{ passed: number, failures: string[], secondTries: string[] }} Results what passed, what failed, and what
 *   failed the first time
 *
 * @param {{ debuggingPort: number, screenshotsFolder: string, print: (line: string) => void }} options
 * @returns {Promise<{ address: string, results: () => Results | undefined,
 *   stop: () => Promise<void> }>} what the suite finished with, and the address to post requests to:
 *   `{ action: 'print', line }`, `{ action: 'screenshot', name }`, `{ action: 'press', keys }`, `{ action: 'type', text }`,
 *   `{ action: 'compose', steps, text }`, `{ action: 'countLoads' }`,
 *   `{ action: 'finish', passed, failures, secondTries }`, `{ action: 'evaluate', expression, marker }`. The last one
 *   runs an expression in the frame that has an element which the selector `marker` finds, and answers
 *   `{ found: false }` when no frame has it.
 */
export async function startControl({ debuggingPort, screenshotsFolder, print }) {
  let browser;
  let results;
  let loads = 0;
  const workbench = async () => {
    browser ??= await chromium.connectOverCDP(`http://127.0.0.1:${debuggingPort}`);
    for (const context of browser.contexts()) {
      for (const page of context.pages()) {
        if ((await page.locator('.monaco-workbench').count()) > 0) return page;
      }
    }
    throw new Error('no window of VS Code was found');
  };

  const actions = {
    print: async ({ line }) => print(line),
    countLoads: async () => ({ count: ++loads }),
    finish: async (found) => {
      results = found;
    },
    screenshot: async ({ name }) => {
      const file = path.join(screenshotsFolder, `${path.basename(name)}.png`);
      await mkdir(screenshotsFolder, { recursive: true });
      await (await workbench()).screenshot({ path: file });
      return { file };
    },
    press: async ({ keys }) => (await workbench()).keyboard.press(keys),
    type: async ({ text }) => (await workbench()).keyboard.insertText(text),
    compose: async ({ steps, text }) => {
      const page = await workbench();
      const session = await page.context().newCDPSession(page);
      for (const letters of steps) {
        const { length } = letters;
        await session.send('Input.imeSetComposition', {
          text: letters,
          selectionStart: length,
          selectionEnd: length,
        });
      }
      await session.send('Input.insertText', { text });
      await session.detach();
    },
    evaluate: async ({ expression, marker }) => {
      for (const frame of (await workbench()).frames()) {
        // A frame may go away while it is looked at; then it is not the one.
        const isIt = await frame
          .locator(marker)
          .count()
          .catch(() => 0);
        if (isIt === 0) continue;
        try {
          return { found: true, value: await frame.evaluate(expression) };
        } catch (error) {
          if (!isGone(frame, error)) throw error;
        }
      }
      return { found: false };
    },
  };

  const secretPath = `/${randomBytes(16).toString('hex')}`;
  const server = http.createServer(async (request, response) => {
    if (request.method !== 'POST' || request.url !== secretPath) {
      response.writeHead(404).end();
      return;
    }
    try {
      let body = '';
      for await (const chunk of request.setEncoding('utf8')) body += chunk;
      const { action, ...details } = JSON.parse(body);
      const result = await actions[action](details);
      // A web worker is of another origin than this address.
      response.writeHead(200, {
        'content-type': 'application/json',
        'access-control-allow-origin': '*',
      });
      response.end(JSON.stringify(result ?? {}));
    } catch (error) {
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(String(error));
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}${secretPath}`,
    results: () => results,
    stop: async () => {
      // Closing a connection over the debugging port leaves the window itself open.
      await browser?.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Whether it is not the expression that failed, but the page that was closed or loaded anew meanwhile. */
const isGone = (frame, error) =>
  frame.isDetached() || /context was destroyed|has been closed|detached/.test(String(error));
