// Made by scripts/generate.ts from the files in checks/: npm run generate.

import approximateTwice from './checks/approximate-twice.ts';
import arabicWithMagnitude from './checks/arabic-with-magnitude.ts';
import arithmeticBase from './checks/arithmetic-base.ts';
import arithmeticChange from './checks/arithmetic-change.ts';
import arithmeticLoose from './checks/arithmetic-loose.ts';
import arithmeticPart from './checks/arithmetic-part.ts';
import arithmeticResidual from './checks/arithmetic-residual.ts';
import arithmeticSentence from './checks/arithmetic-sentence.ts';
import arithmeticShare from './checks/arithmetic-share.ts';
import arithmeticSum from './checks/arithmetic-sum.ts';
import arithmeticTwoValues from './checks/arithmetic-two-values.ts';
import asciiDash from './checks/ascii-dash.ts';
import averageOfTotal from './checks/average-of-total.ts';
import bindingHedged from './checks/binding-hedged.ts';
import brokenParagraph from './checks/broken-paragraph.ts';
import colonForSemicolon from './checks/colon-for-semicolon.ts';
import comparisonTwice from './checks/comparison-twice.ts';
import compositionSum from './checks/composition-sum.ts';
import confusableWord from './checks/confusable-word.ts';
import convertedWord from './checks/converted-word.ts';
import countOfList from './checks/count-of-list.ts';
import countOfParts from './checks/count-of-parts.ts';
import currencyName from './checks/currency-name.ts';
import deadlineOutsidePlan from './checks/deadline-outside-plan.ts';
import doubling from './checks/doubling.ts';
import duplicateDeclaration from './checks/duplicate-declaration.ts';
import duplicateTarget from './checks/duplicate-target.ts';
import fieldApart from './checks/field-apart.ts';
import fieldRepeated from './checks/field-repeated.ts';
import fieldValueUnknown from './checks/field-value-unknown.ts';
import fullWidthDigits from './checks/full-width-digits.ts';
import growthOutsideParts from './checks/growth-outside-parts.ts';
import halfWidthPunctuation from './checks/half-width-punctuation.ts';
import headerSecond from './checks/header-second.ts';
import headingLevelSkip from './checks/heading-level-skip.ts';
import headingPunctuation from './checks/heading-punctuation.ts';
import headingSequence from './checks/heading-sequence.ts';
import headingSpace from './checks/heading-space.ts';
import hedgesContradict from './checks/hedges-contradict.ts';
import householdSize from './checks/household-size.ts';
import impossibleDate from './checks/impossible-date.ts';
import includeProblem from './checks/include-problem.ts';
import indicatorAlias from './checks/indicator-alias.ts';
import invertedRange from './checks/inverted-range.ts';
import investmentAboveProduct from './checks/investment-above-product.ts';
import keywordCapital from './checks/keyword-capital.ts';
import lowerBoundTwice from './checks/lower-bound-twice.ts';
import markdownBold from './checks/markdown-bold.ts';
import measureSequence from './checks/measure-sequence.ts';
import measureWord from './checks/measure-word.ts';
import measureWordMixed from './checks/measure-word-mixed.ts';
import missingNumber from './checks/missing-number.ts';
import mixedMagnitude from './checks/mixed-magnitude.ts';
import mojibake from './checks/mojibake.ts';
import monthMissing from './checks/month-missing.ts';
import multipleDecrease from './checks/multiple-decrease.ts';
import obsoleteIndicator from './checks/obsolete-indicator.ts';
import obsoleteTerm from './checks/obsolete-term.ts';
import ordinalMark from './checks/ordinal-mark.ts';
import otherPlace from './checks/other-place.ts';
import pageResidue from './checks/page-residue.ts';
import partAboveWhole from './checks/part-above-whole.ts';
import perMille from './checks/per-mille.ts';
import percentAndPoints from './checks/percent-and-points.ts';
import percentOfRate from './checks/percent-of-rate.ts';
import periodMissing from './checks/period-missing.ts';
import pinyinAnnotation from './checks/pinyin-annotation.ts';
import placeLeftover from './checks/place-leftover.ts';
import placeholderUnderscore from './checks/placeholder-underscore.ts';
import placeholderX from './checks/placeholder-x.ts';
import pointsOfQuantity from './checks/points-of-quantity.ts';
import precisionMismatch from './checks/precision-mismatch.ts';
import programmeOutsidePlan from './checks/programme-outside-plan.ts';
import projectChain from './checks/project-chain.ts';
import quotedListComma from './checks/quoted-list-comma.ts';
import rangeDashMixed from './checks/range-dash-mixed.ts';
import rangeHedged from './checks/range-hedged.ts';
import rangeMagnitudeDropped from './checks/range-magnitude-dropped.ts';
import rangePercentDropped from './checks/range-percent-dropped.ts';
import rateAndCounts from './checks/rate-and-counts.ts';
import rateOverHundred from './checks/rate-over-hundred.ts';
import referenceNoValue from './checks/reference-no-value.ts';
import relativeTime from './checks/relative-time.ts';
import rollupShort from './checks/rollup-short.ts';
import rowBarMissing from './checks/row-bar-missing.ts';
import shareOverHundred from './checks/share-over-hundred.ts';
import silenceUnknown from './checks/silence-unknown.ts';
import silenceUnused from './checks/silence-unused.ts';
import staleCongress from './checks/stale-congress.ts';
import staleTopic from './checks/stale-topic.ts';
import syntax from './checks/syntax.ts';
import tableSum from './checks/table-sum.ts';
import tableTitleMissing from './checks/table-title-missing.ts';
import targetColonMissing from './checks/target-colon-missing.ts';
import targetYearOnYear from './checks/target-year-on-year.ts';
import truncatedParagraph from './checks/truncated-paragraph.ts';
import unitInName from './checks/unit-in-name.ts';
import unitLine from './checks/unit-line.ts';
import unitMissing from './checks/unit-missing.ts';
import unitOfAnotherDimension from './checks/unit-of-another-dimension.ts';
import unitUnknown from './checks/unit-unknown.ts';
import unknownReference from './checks/unknown-reference.ts';
import unpairedMark from './checks/unpaired-mark.ts';
import upperBoundTwice from './checks/upper-bound-twice.ts';
import wordsNotUnderstood from './checks/words-not-understood.ts';
import yearCopied from './checks/year-copied.ts';
import yearOutsidePlan from './checks/year-outside-plan.ts';
import yearStyle from './checks/year-style.ts';
import yishiSequence from './checks/yishi-sequence.ts';
import type { Rule } from './rule.ts';

/** All checks, by name. */
export const rules: readonly Rule[] = [
  approximateTwice,
  arabicWithMagnitude,
  arithmeticBase,
  arithmeticChange,
  arithmeticLoose,
  arithmeticPart,
  arithmeticResidual,
  arithmeticSentence,
  arithmeticShare,
  arithmeticSum,
  arithmeticTwoValues,
  asciiDash,
  averageOfTotal,
  bindingHedged,
  brokenParagraph,
  colonForSemicolon,
  comparisonTwice,
  compositionSum,
  confusableWord,
  convertedWord,
  countOfList,
  countOfParts,
  currencyName,
  deadlineOutsidePlan,
  doubling,
  duplicateDeclaration,
  duplicateTarget,
  fieldApart,
  fieldRepeated,
  fieldValueUnknown,
  fullWidthDigits,
  growthOutsideParts,
  halfWidthPunctuation,
  headerSecond,
  headingLevelSkip,
  headingPunctuation,
  headingSequence,
  headingSpace,
  hedgesContradict,
  householdSize,
  impossibleDate,
  includeProblem,
  indicatorAlias,
  invertedRange,
  investmentAboveProduct,
  keywordCapital,
  lowerBoundTwice,
  markdownBold,
  measureSequence,
  measureWord,
  measureWordMixed,
  missingNumber,
  mixedMagnitude,
  mojibake,
  monthMissing,
  multipleDecrease,
  obsoleteIndicator,
  obsoleteTerm,
  ordinalMark,
  otherPlace,
  pageResidue,
  partAboveWhole,
  perMille,
  percentAndPoints,
  percentOfRate,
  periodMissing,
  pinyinAnnotation,
  placeLeftover,
  placeholderUnderscore,
  placeholderX,
  pointsOfQuantity,
  precisionMismatch,
  programmeOutsidePlan,
  projectChain,
  quotedListComma,
  rangeDashMixed,
  rangeHedged,
  rangeMagnitudeDropped,
  rangePercentDropped,
  rateAndCounts,
  rateOverHundred,
  referenceNoValue,
  relativeTime,
  rollupShort,
  rowBarMissing,
  shareOverHundred,
  silenceUnknown,
  silenceUnused,
  staleCongress,
  staleTopic,
  syntax,
  tableSum,
  tableTitleMissing,
  targetColonMissing,
  targetYearOnYear,
  truncatedParagraph,
  unitInName,
  unitLine,
  unitMissing,
  unitOfAnotherDimension,
  unitUnknown,
  unknownReference,
  unpairedMark,
  upperBoundTwice,
  wordsNotUnderstood,
  yearCopied,
  yearOutsidePlan,
  yearStyle,
  yishiSequence,
];
