import {
  ALERTS,
  LEGAL_STATUSES,
  perimeterName,
  SECTIONS,
  sliceName,
  TODO_ORDER,
  TODOS,
} from '../../../portal/labels.js';
import { CATEGORIES, COLUMNS, REGIONS } from '../../../portal/names.js';
import { categoryLabel } from '../../../shared/domain/declarant/categories.ts';
import { LEGAL_STATUSES as STATUSES_OF_DOMAIN } from '../../../shared/domain/declarant/legal-status.ts';
import { COLUMNS as COLUMNS_OF_DOMAIN } from '../../../shared/domain/deposit/columns.ts';
import { TODOS as TODO_ORDER_OF_DOMAIN } from '../../../shared/domain/issues/todo.ts';
import { REGIONS as REGIONS_OF_DOMAIN } from '../../../shared/domain/territory/regions.ts';
import { ALERT_WORDINGS } from '../../../shared/messages/alerts.ts';
import { SECTION_WORDS } from '../../../shared/messages/sections.ts';
import { TODO_TITLES } from '../../../shared/messages/todos.ts';

describe('names on the pages', () => {
  it('are those of the shared code', () => {
    expect(REGIONS).toEqual(REGIONS_OF_DOMAIN);
    expect(LEGAL_STATUSES).toEqual(STATUSES_OF_DOMAIN);
    expect(Object.entries(COLUMNS)).toEqual(
      Object.entries(COLUMNS_OF_DOMAIN).map(([name, { label }]) => [name, label]),
    );
    expect(Object.entries(TODOS)).toEqual(Object.entries(TODO_TITLES));
    expect(TODO_ORDER).toEqual(TODO_ORDER_OF_DOMAIN);
    expect(SECTIONS).toEqual(SECTION_WORDS);
    expect(Object.entries(ALERTS)).toEqual(
      Object.entries(ALERT_WORDINGS).map(([code, { label }]) => [code, label]),
    );
  });

  it('know every category that workbooks name', () => {
    const codes = Array.from({ length: 1000 }, (_, code) => String(code).padStart(3, '0'));
    const named = codes.filter((code) => categoryLabel(code) !== code);
    expect(CATEGORIES).toEqual(Object.fromEntries(named.map((code) => [code, categoryLabel(code)])));
  });

  it('name a slice of each axis, and an unknown one by its code', () => {
    expect(sliceName('nation', 'FR')).toBe('France');
    expect(sliceName('region', '53')).toBe('Bretagne');
    expect(sliceName('statut', 'public')).toBe('Public');
    expect(sliceName('categorie', '355')).toBe('Centre hospitalier (CH) – 355');
    expect(sliceName('categorie', 'constructor')).toBe('constructor');
    expect(sliceName('region_statut', '84|prive_lucratif')).toBe('Auvergne-Rhône-Alpes – privé lucratif');
  });

  it('name a perimeter', () => {
    expect(['*', '53', '350000022', '350000022 350000030'].map(perimeterName)).toEqual([
      'France entière',
      'Bretagne',
      'FINESS 350000022',
      '2 numéros FINESS',
    ]);
  });
});
