// The empty page into which the webview's script puts the report. It has the looks of the report's own page, so that
// what is seen while writing is what is printed.

import { Uri, type Webview } from 'vscode';
import { pageStyles } from '../../../server/src/report/page-styles.ts';

function randomNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/**
 * The page's HTML. Its policy lets in one script, two style sheets and pictures, and no other address.
 */
export function pageHtml(webview: Webview, distFolder: Uri, language: string): string {
  const nonce = randomNonce();
  const script = webview.asWebviewUri(Uri.joinPath(distFolder, 'preview.js'));
  const styles = webview.asWebviewUri(Uri.joinPath(distFolder, 'preview.css'));
  const policy = [
    "default-src 'none'",
    `img-src ${webview.cspSource} data:`,
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<style nonce="${nonce}">
${pageStyles}</style>
<link rel="stylesheet" href="${styles}">
</head>
<body>
<p id="notice" role="status" hidden></p>
<main id="report"></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}
