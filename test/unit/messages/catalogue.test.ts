import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ALERT_CODES } from '../../../shared/domain/figures/alert-codes.ts';
import { REASONS } from '../../../shared/domain/figures/figures.ts';
import { FILE_CODES, ROW_CODES } from '../../../shared/domain/issues/codes.ts';
import { LATEST_RULE_SET } from '../../../shared/domain/rules/rule-sets.ts';
import { ALERT_WORDINGS } from '../../../shared/messages/alerts.ts';
import { catalogue } from '../../../shared/messages/catalogue.ts';
import { ALERT_EXAMPLES, ISSUE_EXAMPLES } from '../../../shared/messages/examples.ts';
import { frenchWording } from '../../../shared/messages/fr.ts';
import { ISSUE_SOURCES } from '../../../shared/messages/sources.ts';

const COMMITTED = readFileSync(path.join(import.meta.dirname, '../../../docs/messages.md'), 'utf8');
const HOLE = /\b(undefined|null|NaN)\b|\[object|«\s*»|\(\s*\)| {2}|\.\./;

/** The facts, and which of them were asked for. */
function watched(facts: Readonly<Record<string, string>>) {
  const asked = new Set<string>();
  const get = (target: Readonly<Record<string, string>>, name: string | symbol) => {
    asked.add(String(name));
    return Reflect.get(target, name);
  };
  return { facts: new Proxy(facts, { get }), asked };
}

describe('the catalogue of messages', () => {
  it('is committed as the code makes it (when it is not: npm run messages)', () => {
    expect(COMMITTED).toBe(catalogue(LATEST_RULE_SET));
  });

  it('has a place for every code and every alert, once', () => {
    const headings = [...COMMITTED.matchAll(/^### (.+)$/gm)].map(([, code]) => code);
    expect(headings.toSorted()).toEqual([...FILE_CODES, ...ROW_CODES, ...ALERT_CODES].toSorted());
  });

  it.each(REASONS)('says what the reason %s means', (reason) => {
    expect(COMMITTED).toMatch(new RegExp(`^- \`${reason}\` : .+\\.$`, 'm'));
  });

  it('says how grave each code is under a rule set, and which can be turned down', () => {
    const rules = {
      ...LATEST_RULE_SET,
      severities: { ...LATEST_RULE_SET.severities, PART_OVER_WHOLE: 'warning' },
    } as const;
    const partOf = (code: string, page: string) => page.split(`### ${code}\n`)[1]?.split('\n#')[0];
    expect(partOf('PART_OVER_WHOLE', COMMITTED)).toMatch(/Gravité : bloquant/);
    expect(partOf('PART_OVER_WHOLE', COMMITTED)).toMatch(/abaissé .* : oui$/m);
    expect(partOf('PART_OVER_WHOLE', catalogue(rules))).toMatch(/Gravité : avertissement/);
    expect(partOf('FINESS_KEY', COMMITTED)).toMatch(/abaissé .* : non$/m);
  });
});

describe.each([...FILE_CODES, ...ROW_CODES])('the example of %s', (code) => {
  it('makes a sentence without a hole, and gives every fact that it asks for', () => {
    const example = ISSUE_EXAMPLES[code];
    const { facts, asked } = watched(example.facts ?? {});
    const { message, expected } = frenchWording.issue({ code, ...example, facts });
    expect(`${message} ${expected}`).not.toMatch(HOLE);
    expect(Object.keys(example.facts ?? {})).toEqual(expect.arrayContaining([...asked]));
  });

  it('has a source that ends with a full stop', () => {
    expect(ISSUE_SOURCES[code]).toMatch(/^\p{Lu}.+\.$/u);
  });
});

describe.each(ALERT_CODES)('the example of the alert %s', (code) => {
  it('makes a sentence without a hole, and gives every fact that it asks for', () => {
    const { facts, asked } = watched(ALERT_EXAMPLES[code]);
    expect(ALERT_WORDINGS[code].sentence(facts)).not.toMatch(HOLE);
    expect(Object.keys(ALERT_EXAMPLES[code])).toEqual(expect.arrayContaining([...asked]));
  });
});
