import { followWork } from '../../../infra/local/follow-work.ts';
import type { Ports } from '../../../infra/local/workplace.ts';
import type { EditionRecord, GenerationId, VerdictRecord } from '../../../shared/application/ports.ts';
import type { FactId } from '../../../shared/domain/return/entry.ts';
import { CAMPAIGN } from '../../builders/entry.ts';
import { memoryPorts } from '../../doubles/memory-ports.ts';

const SCOPE = { generation: 'g' as GenerationId, campaign: CAMPAIGN };

function verdictOf(fact: string): VerdictRecord {
  return { fact: fact as FactId, status: 'accepted', judged: 'j', document: 'd', first: 'd', entries: null };
}

const EDITION: EditionRecord = {
  of: '53',
  number: 1,
  inputs: 'i',
  nation: null,
  builtAt: '2026-07-15T10:00:00.000Z',
  code: '0.4.0',
  documents: {},
};

/** What the bar was told, and the work followed. */
function followed() {
  const said: string[] = [];
  const progress = {
    start: (step: string, total: number) => said.push(`${step} 0/${total}`),
    reach: (done: number) => said.push(String(done)),
    stop: () => said.push('stop'),
  };
  // Storage is all that is followed.
  return { said, work: followWork(memoryPorts() as unknown as Ports, progress) };
}

describe('the progress of a campaign', () => {
  it('begins a step with the verdicts that were given before it was shown', async () => {
    const { said, work } = followed();
    await work.ports.verdicts.put(SCOPE, verdictOf('a'), null);
    work.showVerdicts('Lecture', 3);
    await work.ports.verdicts.put(SCOPE, verdictOf('b'), null);
    expect(said).toEqual(['Lecture 0/3', '1', '2']);
  });

  it('counts a fact once, however often it is judged again, and no verdict that another writer kept out', async () => {
    const { said, work } = followed();
    work.showVerdicts('Lecture', 3);
    await work.ports.verdicts.put(SCOPE, verdictOf('a'), null);
    await work.ports.verdicts.put(SCOPE, verdictOf('a'), 1);
    await work.ports.verdicts.put(SCOPE, verdictOf('a'), null);
    expect(said).toEqual(['Lecture 0/3', '0', '1']);
  });

  it('ends a step before the next, and the last, with what an earlier run had done', async () => {
    const { said, work } = followed();
    work.showVerdicts('Lecture', 3);
    work.showEditions(2);
    await work.ports.editions.put(SCOPE, EDITION);
    work.end();
    expect(said).toEqual(['Lecture 0/3', '0', '3', 'Classeurs 0/2', '0', '1', '2']);
  });
});
