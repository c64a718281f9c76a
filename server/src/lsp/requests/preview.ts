/** The one request of our own: the report of a document as HTML, and word that there is a newer one. */

import { reportOfDocument } from '../../features/report.ts';
import { htmlBody } from '../../report/html.ts';
import { languageOf, titleText } from '../../report/tree.ts';
import { logProblem } from '../log.ts';
import type { RequestGroup } from './answering.ts';

interface PreviewParameters {
  readonly uri: string;
}

interface Preview {
  readonly version: number;
  readonly title: string;
  readonly html: string;
  /** For HTML’s `lang`: it decides which shapes Han characters get. */
  readonly language: string;
}

const request = 'planwright/preview';
const notification = 'planwright/previewChanged';

export const previewRequests: RequestGroup = {
  capabilities: () => ({}),

  answer({ connection, documents }) {
    /** Who has never asked is not told. */
    const watched = new Set<string>();

    connection.onRequest(request, async ({ uri }: PreviewParameters): Promise<Preview | null> => {
      const document = documents.get(uri);
      if (!document) return null;
      watched.add(uri);
      // A preview of a later state than was asked for is all the better.
      await documents.atRest(document);
      try {
        const { plan, version } = document;
        const report = reportOfDocument(plan);
        const [title, html] = [titleText(report), htmlBody(report)];
        return { version, title, html, language: languageOf(report.script) };
      } catch (problem) {
        logProblem(connection, request, problem);
        return null;
      }
    });

    documents.onSettled(({ uri, version }) => {
      if (watched.has(uri)) void connection.sendNotification(notification, { uri, version });
    });
    documents.onClosed(({ uri }) => watched.delete(uri));
  },
};
