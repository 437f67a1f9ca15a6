import { ROUTES, type RouteId, type RouteSpec } from '../../../shared/contracts/routes.ts';

export interface MatchedRoute {
  readonly id: RouteId;
  readonly route: RouteSpec;
  /** Decoded, once. */
  readonly params: Readonly<Record<string, string>>;
}

/** As API Gateway matches: segment by segment, nothing normalised; null for any other method or path. */
export function matchRoute(method: string, path: string): MatchedRoute | null {
  const given = path.split('/');
  for (const [id, route] of Object.entries(ROUTES) as [RouteId, RouteSpec][]) {
    if (route.method !== method) continue;
    const params = matchPath(route.path.split('/'), given);
    if (params) return { id, route, params };
  }
  return null;
}

/** The methods of a path, in the order of the routes. */
export function methodsOf(path: string): readonly string[] {
  const methods = new Set(Object.values(ROUTES).map(({ method }) => method));
  return [...methods].filter((method) => matchRoute(method, path) !== null);
}

function matchPath(
  wanted: readonly string[],
  given: readonly string[],
): Readonly<Record<string, string>> | null {
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? '';
    const name = /^\{(.+)\}$/.exec(segment)?.[1];
    if (name === undefined) {
      if (segment !== value) return null;
      continue;
    }
    const decoded = decode(value);
    if (decoded === null || decoded === '') return null;
    params[name] = decoded;
  }
  return params;
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
