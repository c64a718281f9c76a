// What a plan can be exported to, and how each is offered.

import { l10n } from 'vscode';

export interface ExportFormat {
  /** What a command is given, and what is remembered. */
  readonly id: 'docx' | 'docx-office' | 'xlsx' | 'html' | 'md' | 'csv' | 'stratml' | 'json';
  readonly label: string;
  readonly detail: string;
  readonly extension: string;
  /** What the save dialog calls files of this kind. */
  readonly fileKind: string;
  /** What the server is asked for. */
  readonly request: Readonly<Record<string, unknown>>;
  /** Goes out of the house: what is still open is told first. */
  readonly isFinal: boolean;
}

export function exportFormats(): readonly ExportFormat[] {
  const word = { extension: 'docx', fileKind: l10n.t('Word file'), isFinal: true };
  return [
    {
      id: 'docx',
      label: `$(file) ${l10n.t('Word file')}`,
      detail: l10n.t('A4, 22 lines of 28 characters, the issuer below the title'),
      request: { format: 'docx' },
      ...word,
    },
    {
      id: 'docx-office',
      label: `$(law) ${l10n.t('Word file as an office issues it')}`,
      detail: l10n.t('With letterhead, document number, signature and imprint'),
      request: { format: 'docx', layout: 'office' },
      ...word,
    },
    {
      id: 'xlsx',
      label: `$(table) ${l10n.t('Excel workbook')}`,
      detail: l10n.t('Indicators by year, targets and measures, a sheet for each'),
      extension: 'xlsx',
      fileKind: l10n.t('Excel workbook'),
      request: { format: 'xlsx' },
      isFinal: false,
    },
    {
      id: 'html',
      label: `$(globe) ${l10n.t('Web page')}`,
      detail: l10n.t('One file for a browser, ready for the printer'),
      extension: 'html',
      fileKind: l10n.t('Web page'),
      request: { format: 'html' },
      isFinal: false,
    },
    {
      id: 'md',
      label: `$(markdown) Markdown`,
      detail: l10n.t('Text with headings and tables'),
      extension: 'md',
      fileKind: 'Markdown',
      request: { format: 'md' },
      isFinal: false,
    },
    {
      id: 'csv',
      label: `$(list-flat) CSV`,
      detail: l10n.t('One figure a row, for statistics and other programs'),
      extension: 'csv',
      fileKind: 'CSV',
      request: { format: 'csv' },
      isFinal: false,
    },
    {
      id: 'stratml',
      label: `$(code) StratML`,
      detail: l10n.t('Goals, measures and indicators as ISO 17469-2 has them'),
      extension: 'stratml',
      fileKind: 'StratML',
      request: { format: 'stratml' },
      isFinal: false,
    },
    {
      id: 'json',
      label: `$(json) JSON`,
      detail: l10n.t('The document as data, for other programs'),
      extension: 'json',
      fileKind: 'JSON',
      request: { format: 'json' },
      isFinal: false,
    },
  ];
}
