import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openApiDocument } from '../../../infra/local/openapi/document.ts';
import { ROUTES } from '../../../shared/contracts/routes.ts';
import { PROBLEMS } from '../../../shared/lambda/http/problem.ts';

const COMMITTED = path.join(import.meta.dirname, '../../../docs/openapi.json');

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, { readonly description?: string; readonly $ref?: string }>>;
}

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

// As it is read back from JSON: nothing undefined is left.
const document = JSON.parse(JSON.stringify(openApiDocument())) as Document;

const operations = Object.entries(document.paths).flatMap(([at, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ at, method, operation })),
);

/** Every `$ref` under a value. */
function refsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : refsIn(inner),
  );
}

function resolve(ref: string): unknown {
  let found: unknown = document;
  for (const step of ref.replace(/^#\//, '').split('/'))
    found = (found as Record<string, unknown> | undefined)?.[step];
  return found;
}

describe('the OpenAPI document', () => {
  it('is committed as the schemas make it (when it is not: npm run openapi)', () => {
    expect(JSON.parse(readFileSync(COMMITTED, 'utf8'))).toEqual(document);
  });

  it('has every route, under its own id', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(
      operations.map(({ at, method, operation }) => [operation.operationId, method, at]).toSorted(),
    ).toEqual(
      Object.entries(ROUTES)
        .map(([id, { method, path: at }]) => [id, method.toLowerCase(), at])
        .toSorted(),
    );
  });

  it('declares what stands in each path, and nothing else', () => {
    for (const { at, operation } of operations) {
      const named = [...at.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = operation.parameters.filter((parameter) => parameter.in === 'path');
      expect(declared.map(({ name }) => name).toSorted()).toEqual(named.toSorted());
      expect(declared.every(({ required }) => required)).toBe(true);
    }
  });

  it('names no parameter twice in one place', () => {
    for (const { operation } of operations) {
      const names = operation.parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('asks for a body where the route takes one', () => {
    for (const { operation } of operations) {
      const { body } = ROUTES[operation.operationId as keyof typeof ROUTES];
      expect(operation.requestBody !== undefined).toBe(body !== null);
    }
  });

  it('points at things that are there, and holds nothing that nobody points at', () => {
    const refs = refsIn(document);
    expect(refs.length).toBeGreaterThan(50);
    for (const ref of refs) expect({ ref, found: resolve(ref) }).not.toEqual({ ref, found: undefined });
    for (const kind of ['schemas', 'responses'])
      for (const name of Object.keys(document.components[kind] ?? {}))
        expect(refs).toContain(`#/components/${kind}/${name}`);
  });

  it('describes every response', () => {
    for (const { operation } of operations)
      for (const response of Object.values(operation.responses))
        expect(response.$ref ?? response.description).toMatch(/./);
  });

  it('says the sentence of every problem', () => {
    const said = JSON.stringify(document.components['responses']);
    for (const { title } of Object.values(PROBLEMS))
      expect(said).toContain(JSON.stringify(title).slice(1, -1));
  });
});
