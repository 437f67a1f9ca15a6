import { element } from '../element.ts';
import { titleXml } from './chart-text.ts';
import { solid } from './series-look.ts';

interface Axis {
  readonly id: number;
  /** The axis that it crosses. */
  readonly crosses: number;
  readonly title: string;
  readonly position: 'l' | 'b' | 't';
}

const TITLE_SIZE = 9;
const LINE = 'A6A6A6';
const GRID = 'D9D9D9';

/** ECMA-376 part 1, A.5.1, CT_CatAx. */
export function categoryAxis(axis: Axis & { readonly reversed: boolean }): string {
  return element(
    'c:catAx',
    {},
    element('c:axId', { val: axis.id }),
    scaling(axis.reversed),
    element('c:delete', { val: 0 }),
    element('c:axPos', { val: axis.position }),
    titleXml(axis.title, TITLE_SIZE, false),
    element('c:numFmt', { formatCode: 'General', sourceLinked: 1 }),
    element('c:majorTickMark', { val: 'none' }),
    element('c:minorTickMark', { val: 'none' }),
    // Below the plot, and not across it, where values are negative.
    element('c:tickLblPos', { val: 'low' }),
    element('c:spPr', {}, line(LINE)),
    element('c:crossAx', { val: axis.crosses }),
    element('c:crosses', { val: 'autoZero' }),
    element('c:auto', { val: 0 }),
    element('c:lblAlgn', { val: 'ctr' }),
    element('c:lblOffset', { val: 100 }),
    element('c:noMultiLvlLbl', { val: 1 }),
  );
}

/** ECMA-376 part 1, A.5.1, CT_ValAx. */
export function valueAxis(
  axis: Axis & {
    readonly numberFormat: string;
    /** Bars cut short would lie, and a line far from its zero makes much of a small change. */
    readonly fromZero: boolean;
  },
): string {
  return element(
    'c:valAx',
    {},
    element('c:axId', { val: axis.id }),
    scaling(false, axis.fromZero),
    element('c:delete', { val: 0 }),
    element('c:axPos', { val: axis.position }),
    element('c:majorGridlines', {}, element('c:spPr', {}, line(GRID))),
    titleXml(axis.title, TITLE_SIZE, false),
    element('c:numFmt', { formatCode: axis.numberFormat, sourceLinked: 0 }),
    element('c:majorTickMark', { val: 'none' }),
    element('c:minorTickMark', { val: 'none' }),
    element('c:tickLblPos', { val: 'nextTo' }),
    element('c:spPr', {}, element('a:ln', {}, element('a:noFill'))),
    element('c:crossAx', { val: axis.crosses }),
    element('c:crosses', { val: 'autoZero' }),
    element('c:crossBetween', { val: 'between' }),
  );
}

function scaling(reversed: boolean, fromZero = false): string {
  return element(
    'c:scaling',
    {},
    element('c:orientation', { val: reversed ? 'maxMin' : 'minMax' }),
    fromZero ? element('c:min', { val: 0 }) : '',
  );
}

function line(rgb: string): string {
  return element('a:ln', { w: 9525 }, solid(rgb));
}
