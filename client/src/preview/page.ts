// The empty page into which the webview's script puts the report. It has the looks of the report's own page, so that
// what is seen while writing is what is printed.

import { l10n, Uri, type Webview } from 'vscode';
import { pageStyles, paperRules } from '../../../server/src/report/page-styles.ts';
import { escapeMarkup } from '../../../server/src/report/text.ts';

function randomNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** A button of the toolbar; `isSwitch` where it is on or off. */
function button(id: string, text: string, tip: string, isSwitch = false): string {
  const pressed = isSwitch ? ' aria-pressed="false"' : '';
  const tabIndex = id === 'pages' ? 0 : -1;
  return `<button id="${id}" type="button" tabindex="${tabIndex}"${pressed} title="${escapeMarkup(tip)}">${escapeMarkup(text)}</button>`;
}

function toolbar(): string {
  const groups = [
    [
      button('pages', l10n.t('Pages'), l10n.t('As it will be printed, on sheets of A4'), true),
      button(
        'continuous',
        l10n.t('Continuous'),
        l10n.t('In one piece, as wide as the panel'),
        true,
      ),
    ],
    [
      button('smaller', '−', l10n.t('Smaller (Ctrl+−)')),
      button('zoom', '100%', l10n.t('Fit to the panel (Ctrl+0)')),
      button('larger', '+', l10n.t('Larger (Ctrl++)')),
    ],
    [
      button('findings', l10n.t('Findings'), l10n.t('Underline what the checks have found'), true),
      button(
        'follow',
        l10n.t('Scroll Together'),
        l10n.t('The text and the preview scroll together'),
        true,
      ),
      button(
        'pin',
        l10n.t('Pin'),
        l10n.t('Keep showing this plan when another one is edited'),
        true,
      ),
    ],
    [
      button('find', l10n.t('Find'), l10n.t('Find in the preview (Ctrl+F)')),
      button(
        'print',
        l10n.t('Print'),
        l10n.t('Open the finished document in a browser, which can print it'),
      ),
    ],
  ];
  const label = escapeMarkup(l10n.t('Preview'));
  return `<div id="toolbar" role="toolbar" aria-label="${label}">
${groups.map((group) => `<div role="group">${group.join('')}</div>`).join('\n')}
</div>`;
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
${pageStyles}
#paper.pages { ${paperRules} }</style>
<link rel="stylesheet" href="${styles}">
</head>
<body>
${toolbar()}
<p id="notice" role="status" hidden></p>
<div id="desk"><div id="paper"><div id="sheets" aria-hidden="true"></div><main id="report"></main></div></div>
<div id="tip" role="tooltip" hidden></div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}
