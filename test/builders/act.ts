import type { Act, SaidAct } from '../../shared/domain/act/act.ts';
import type { Entry } from '../../shared/domain/return/entry.ts';
import { LONER } from './directory.ts';
import { CAMPAIGN, entryOf } from './entry.ts';

/** A certification of the loner, unless said otherwise. */
export function actOf(over: Partial<Act> = {}): Act {
  return {
    kind: 'certification',
    campaign: CAMPAIGN,
    finess: LONER,
    text: '',
    alert: null,
    until: null,
    ...over,
  };
}

/** An entry that is an act; the order of the text of `fact` is the order of the facts. */
export function actEntry(fact: string, over: Partial<SaidAct> = {}): Entry {
  const { kind, text, alert, until } = actOf();
  return entryOf(fact, {}, { line: 1, act: { by: 'etablissement', kind, text, alert, until, ...over } });
}
