import { element } from '../element.ts';

/** Told apart without colour: full, hatched, pale, white. The same dark blue as the headings. */
const ACCENT = '1F3864';
const FILLS = [solid(ACCENT), hatched(), solid('C9D3E3'), solid('FFFFFF')] as const;

const DASHES = ['solid', 'dash', 'sysDot', 'lgDashDot'] as const;
const MARKERS = ['circle', 'square', 'diamond', 'triangle'] as const;

const EMU_PER_POINT = 12_700;

/** Of the columns or bars of the series of that rank, from 0. */
export function barLook(rank: number): string {
  return element('c:spPr', {}, FILLS[rank % FILLS.length] ?? '', line(0.75, 'solid'));
}

/** Of a line and of its points. */
export function lineLook(rank: number): string {
  const dash = DASHES[rank % DASHES.length] ?? 'solid';
  const marker = MARKERS[rank % MARKERS.length] ?? 'circle';
  return (
    element('c:spPr', {}, line(2.25, dash)) +
    element(
      'c:marker',
      {},
      element('c:symbol', { val: marker }),
      element('c:size', { val: 7 }),
      element('c:spPr', {}, solid('FFFFFF'), line(1.5, 'solid')),
    )
  );
}

export function solid(rgb: string): string {
  return element('a:solidFill', {}, element('a:srgbClr', { val: rgb }));
}

function hatched(): string {
  return element(
    'a:pattFill',
    { prst: 'wdUpDiag' },
    element('a:fgClr', {}, element('a:srgbClr', { val: ACCENT })),
    element('a:bgClr', {}, element('a:srgbClr', { val: 'FFFFFF' })),
  );
}

function line(points: number, dash: string): string {
  return element('a:ln', { w: points * EMU_PER_POINT }, solid(ACCENT), element('a:prstDash', { val: dash }));
}
