/** Documents to start from: which there are, and the text of one. */

import {
  documentSkeletons,
  newDocument,
  skeletonTitle,
  yearOf,
  yearsToWriteFor,
} from '../../features/skeletons.ts';
import type { Script } from '../../report/tree.ts';
import type { Client } from '../client.ts';
import { today } from '../today.ts';
import { type Options, oneOf } from './options.ts';

const languages = ['zh-Hans', 'zh-Hant', 'en'] as const;
const scripts: Readonly<Record<(typeof languages)[number], Script>> = {
  'zh-Hans': 'hans',
  'zh-Hant': 'hant',
  en: 'en',
};

/** All kinds in all languages, those in the reader's own first. */
export function documentKinds({ reader }: Client): object {
  const own = reader.language === 'en' ? 'en' : reader.traditional ? 'zh-Hant' : 'zh-Hans';
  const kinds = [own, ...languages.filter((language) => language !== own)].flatMap((language) =>
    documentSkeletons.map((kind) => ({
      kind,
      language,
      // Among suggestions it matters that it is a whole document; here all are.
      title: skeletonTitle(kind, scripts[language as keyof typeof scripts]).replace(
        /\s*[（(].*$/,
        '',
      ),
      year: yearOf(kind, today()),
    })),
  );
  return { kinds };
}

/** The text of one as a snippet, with the title that it has. */
export function documentText(options: Options): object | null {
  const { kind } = oneOf('kind', documentSkeletons, options.kind);
  const { language = 'zh-Hans' } = oneOf('language', languages, options.language);
  if (!kind) return null;
  const asked = Number(options.year);
  const known = Number.isInteger(asked) && asked > 1900 && asked < 2200;
  const year = known ? asked : yearOf(kind, today());
  return newDocument(kind, scripts[language], {
    // Five-year plans begin when the country's do.
    year: kind === 'fiveYearPlan' ? yearsToWriteFor({ year, month: 1 }).fiveYears : year,
    ...(typeof options.place === 'string' ? { place: options.place } : {}),
    ...(typeof options.title === 'string' ? { title: options.title } : {}),
  });
}
