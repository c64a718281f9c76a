/**
 * The report of a document as HTML, and word that there is a newer one. Whoever says what it shows is sent what has
 * changed with that word: an editor asks for much after a keystroke, and a question would wait behind all of it.
 */

import { prepareReportOfDocument, reportOfDocument } from '../../features/report.ts';
import {
  type HtmlPiece,
  htmlBody,
  htmlParts,
  htmlPieces,
  type PartList,
  prepareHtmlParts,
} from '../../report/html.ts';
import { changesBetween, noParts, type PartChanges } from '../../report/part-changes.ts';
import { languageOf, type Report, titleText } from '../../report/tree.ts';
import { logProblem } from '../log.ts';
import type { OpenDocument } from '../open-document.ts';
import { oncePerObject, ReadyJson } from '../ready-json.ts';
import type { RequestGroup } from './answering.ts';

interface PreviewParameters {
  readonly uri: string;
  /** The state that the asking side shows, 0 for none. Where it is left out, the whole body is wanted in one piece. */
  readonly since?: number;
}

interface Preview {
  readonly version: number;
  readonly title: string;
  /** For HTML’s `lang`: it decides which shapes Han characters get. */
  readonly language: string;
}

interface WholePreview extends Preview {
  readonly html: string;
}

interface PreviewStep extends PartChanges {
  /** What to ask with next time. */
  readonly state: number;
  /** The state that the changes are made from: 0 where the one that was named is no longer known. */
  readonly since: number;
}

interface PreviewChanges extends Preview, PreviewStep {}

type Answer = WholePreview | PreviewChanges;

/** Told by whoever shows a state. */
interface PreviewShown {
  readonly uri: string;
  readonly state: number;
}

const request = 'planwright/preview';
const notification = 'planwright/previewChanged';
const shownNotification = 'planwright/previewShown';

/** So many states of a document are known: of several previews, or of one and what is on its way to it. */
const mostStates = 12;

/** So many states are sent unasked before it is said that one of them is shown: who has closed a page says nothing. */
const mostUnasked = 8;

/** A preview takes as much memory as a fifth of what is known of the plan: of a book, only where it is asked for. */
const mostPreparedLines = 20_000;

/** Who has never asked is not told. */
class Watched {
  readonly #states = new Map<string, Map<number, PartList>>();
  /** By document: the last state that is shown somewhere, and those that have been sent unasked since. */
  readonly #shown = new Map<string, readonly number[]>();
  #lastState = 0;

  has(uri: string): boolean {
    return this.#states.has(uri);
  }

  add(uri: string): Map<number, PartList> {
    let states = this.#states.get(uri);
    if (!states) {
      states = new Map();
      this.#states.set(uri, states);
    }
    return states;
  }

  delete(uri: string): void {
    this.#states.delete(uri);
    this.#shown.delete(uri);
  }

  noteShown(uri: string, state: number): void {
    if (!this.#states.get(uri)?.has(state)) return;
    const sent = this.#shown.get(uri) ?? [];
    const at = sent.indexOf(state);
    this.#shown.set(uri, at < 0 ? [state] : sent.slice(at));
  }

  /** Whether there is someone to whom changes may be sent unasked. */
  wantsMore(uri: string): boolean {
    const { length } = this.#shown.get(uri) ?? [];
    return length > 0 && length <= mostUnasked;
  }

  /** What has changed since the last state that is shown or on its way. */
  stepUnasked(uri: string, parts: PartList): PreviewStep {
    const sent = this.#shown.get(uri) ?? [];
    const step = this.changesSince(uri, sent[sent.length - 1] ?? 0, parts);
    this.#shown.set(uri, [...sent, step.state]);
    return step;
  }

  changesSince(uri: string, since: number, parts: PartList): PreviewStep {
    const states = this.add(uri);
    const before = states.get(since);
    // The oldest goes, unless it is just what was asked about.
    states.delete(since);
    if (before) states.set(since, before);
    this.#lastState += 1;
    states.set(this.#lastState, parts);
    for (const state of states.keys()) {
      if (states.size <= mostStates) break;
      states.delete(state);
    }
    const changes = changesBetween(before ?? noParts, parts);
    return { ...changes, state: this.#lastState, since: before ? since : 0 };
  }
}

/** What `WholePreview` says, with the HTML as it was sent before. */
function wholeJson(common: Preview, report: Report): ReadyJson {
  const start = JSON.stringify(common).slice(0, -1);
  return new ReadyJson([`${start},"html":"`, ...Array.from(htmlPieces(report), inQuotes), '"}']);
}

/** As it stands between the quotes of a string. */
const inQuotes = oncePerObject(({ html }: HtmlPiece) => JSON.stringify(html).slice(1, -1));

export const previewRequests: RequestGroup = {
  capabilities: () => ({}),

  *prepare({ plan }) {
    if (plan.tree.lines.length > mostPreparedLines) return;
    yield* prepareReportOfDocument(plan);
    yield* prepareHtmlParts(reportOfDocument(plan));
  },

  answer({ connection, documents, large }) {
    const watched = new Watched();

    const previewOf = ({ plan, version }: OpenDocument) => {
      const report = reportOfDocument(plan);
      const title = titleText(report);
      return { report, common: { version, title, language: languageOf(report.script) } };
    };

    /** A first preview of a long document takes long. */
    function* previewInSteps(document: OpenDocument, inParts: boolean) {
      yield* prepareReportOfDocument(document.plan);
      const preview = previewOf(document);
      yield;
      if (inParts) yield* prepareHtmlParts(preview.report);
      else for (const piece of htmlPieces(preview.report)) yield inQuotes(piece);
      return preview;
    }

    connection.onRequest<Answer | null, unknown>(
      request,
      async ({ uri, since }: PreviewParameters): Promise<Answer | null> => {
        const document = documents.get(uri);
        if (!document) return null;
        watched.add(uri);
        try {
          // A preview of a later state than was asked for is all the better.
          const { report, common } = await documents.inSlices(document, () =>
            previewInSteps(document, typeof since === 'number'),
          );
          if (typeof since === 'number') {
            return { ...common, ...watched.changesSince(uri, since, htmlParts(report)) };
          }
          return large<WholePreview>(
            () => wholeJson(common, report),
            () => ({ ...common, html: htmlBody(report) }),
          );
        } catch (problem) {
          logProblem(connection, request, problem);
          return null;
        }
      },
    );

    connection.onNotification(shownNotification, ({ uri, state }: PreviewShown) =>
      watched.noteShown(uri, state),
    );
    documents.onSettled((document) => {
      const { uri, version } = document;
      if (!watched.has(uri)) return;
      let changes: PreviewChanges | undefined;
      try {
        if (watched.wantsMore(uri)) {
          const { report, common } = previewOf(document);
          changes = { ...common, ...watched.stepUnasked(uri, htmlParts(report)) };
        }
      } catch (problem) {
        logProblem(connection, notification, problem);
      }
      void connection.sendNotification(notification, { uri, version, ...(changes && { changes }) });
    });
    documents.onClosed(({ uri }) => watched.delete(uri));
  },
};
