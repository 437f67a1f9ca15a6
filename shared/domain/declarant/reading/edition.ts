import { type CampaignYear, campaignYear } from '../../campaign/campaign.ts';
import type { EditionFigures, PublishedFigures, PublishedOutcome } from '../../figures/edition-figures.ts';
import { REASONS } from '../../figures/figures.ts';
import { type Ratio, ratio } from '../../numbers/ratio.ts';
import { readHundredths } from '../../numbers/read-hundredths.ts';
import type { FigureColumn } from '../../report/figure-texts.ts';
import { isRegion } from '../../territory/regions.ts';
import { byText } from './by-text.ts';
import type { Line } from './lines.ts';

type EditionLine = Line<'edition_reference.csv'>;

/** As figures.csv writes a ratio, and as a spreadsheet writes it back. */
const SIX_DECIMALS = /^(\d{1,13})(?:[.,](\d{1,6}))?$/;
const MILLION = 1_000_000n;

/**
 * edition_reference.csv, the figures.csv of an earlier edition of the same campaign, by FINESS. A number that is no
 * declarant any more is taken: it left since.
 *
 * @param campaign the one in hand; where it is not known, that of the first line
 */
export function readEdition(
  lines: readonly EditionLine[],
  campaign: CampaignYear | null,
): readonly EditionFigures[] {
  const expected = campaign === null ? lines[0]?.text('campagne') : String(campaign);
  const firstLines = new Map<string, number>();
  const edition: EditionFigures[] = [];
  for (const line of lines) {
    if (campaignYear(line.text('campagne')) === null) line.fault('CAMPAIGN_UNREADABLE', 'campagne');
    else if (line.text('campagne') !== expected)
      line.fault('EDITION_OF_ANOTHER_CAMPAIGN', 'campagne', { expected: expected ?? '' });
    const finess = line.finess('finess');
    const region = line.text('region');
    if (!isRegion(region)) line.fault('REGION_UNKNOWN', 'region');
    const outcome = outcomeOf(line);
    if (finess === null) continue;

    const first = firstLines.get(finess);
    if (first !== undefined) line.fault('FIGURES_TWICE', 'finess', { first: String(first) });
    else firstLines.set(finess, line.line);
    if (isRegion(region) && outcome) edition.push({ finess, region, outcome });
  }
  return edition.sort(byText(({ finess }) => finess));
}

function outcomeOf(line: EditionLine): PublishedOutcome | null {
  const state = line.text('etat');
  switch (state) {
    case 'non_repondant':
      return { state };
    case 'non_calcule':
      return { state, reasons: reasonsOf(line) };
    case 'calcule':
      return { state, figures: figuresOf(line) };
    default:
      line.fault('STATE_UNKNOWN', 'etat');
      return null;
  }
}

function reasonsOf(
  line: EditionLine,
): Extract<PublishedOutcome, { readonly state: 'non_calcule' }>['reasons'] {
  return line
    .text('motifs')
    .split('|')
    .flatMap((text) => {
      const reason = REASONS.find((known) => known === text);
      if (reason === undefined) line.fault('REASON_UNKNOWN', 'motifs');
      return reason ?? [];
    });
}

function figuresOf(line: EditionLine): PublishedFigures {
  const investment = line.text('part_investissement');
  const external = line.text('etp_ssi_externes');
  return {
    totalExpenses: hundredths(line, 'charges_totales'),
    ownDigital: hundredths(line, 'charges_numeriques_propres'),
    carriedDigital: hundredths(line, 'mutualise_porte'),
    contributions: hundredths(line, 'quotes_parts'),
    allocatedDigital: hundredths(line, 'mutualise_attribue'),
    retainedDigital: hundredths(line, 'charges_numeriques_retenues'),
    digitalShare: share(line, 'part_numerique'),
    investmentShare: investment === '' ? null : share(line, 'part_investissement'),
    ownSsiFte: hundredths(line, 'etp_ssi_propres'),
    carriedSsiFte: hundredths(line, 'etp_ssi_portes'),
    allocatedSsiFte: hundredths(line, 'etp_ssi_attribues'),
    retainedSsiFte: hundredths(line, 'etp_ssi_retenus'),
    externalSsiFte: external === '' ? null : hundredths(line, 'etp_ssi_externes'),
  };
}

function hundredths(line: EditionLine, column: FigureColumn): bigint {
  const reading = readHundredths(line.text(column));
  if (!reading.ok) {
    line.fault('FIGURE_UNREADABLE', column);
    return 0n;
  }
  if (reading.value < 0n) line.fault('FIGURE_NEGATIVE', column);
  return reading.value;
}

/** `0.021875`, and `0,02` for `0.020000`. */
function share(line: EditionLine, column: FigureColumn): Ratio {
  const [match, whole = '', decimals = ''] = SIX_DECIMALS.exec(line.text(column)) ?? [];
  if (match === undefined) line.fault('SHARE_UNREADABLE', column);
  return ratio(match === undefined ? 0n : BigInt(whole + decimals.padEnd(6, '0')), MILLION);
}
