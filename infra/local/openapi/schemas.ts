import * as z from 'zod';

export type Json = { readonly [key: string]: unknown };

/** Where the named schemas of an OpenAPI document stand. */
const COMPONENTS = '#/components/schemas/';

/** Named schemas as they are met: each stands once in the document, under the id of its `meta`. */
export class Schemas {
  readonly #named = new Map<string, Json>();

  /** What is sent to the API. */
  ofRequest(schema: z.ZodType): Json {
    return this.#take(schema, 'input');
  }

  /** What the API answers. */
  ofAnswer(schema: z.ZodType): Json {
    return this.#take(schema, 'output');
  }

  /** By name. */
  all(): Json {
    return Object.fromEntries([...this.#named].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #take(schema: z.ZodType, io: 'input' | 'output'): Json {
    const { $schema, $defs = {}, ...own } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' });
    for (const [name, definition] of Object.entries($defs)) this.#name(name, pointed(definition));
    return pointed(own);
  }

  /** @throws Error when two schemas have one name: a request and an answer are never the same thing */
  #name(name: string, definition: Json): void {
    const standing = this.#named.get(name);
    if (standing && JSON.stringify(standing) !== JSON.stringify(definition))
      throw new Error(`two schemas are named ${name}`);
    this.#named.set(name, definition);
  }
}

/** The same schema, its references turned to the components of the document. */
function pointed(schema: unknown): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', `"${COMPONENTS}`)) as Json;
}
