import { matchRoute, methodsOf } from '../../../infra/local/server/match-route.ts';
import { ROUTES } from '../../../shared/contracts/routes.ts';

const filled = (path: string) => path.replace(/\{(\w+)\}/g, (_, name) => `<${name}>`);

describe('a route', () => {
  it.each(Object.entries(ROUTES))('%s is found by its own path alone', (id, { method, path }) => {
    const found = matchRoute(method, filled(path));
    expect(found?.id).toBe(id);
    for (const [name, value] of Object.entries(found?.params ?? {})) expect(value).toBe(`<${name}>`);
    expect(matchRoute(method, `${filled(path)}/`)).toBeNull();
    expect(matchRoute(method, `/.${filled(path)}`)).toBeNull();
    expect(methodsOf(filled(path))).toContain(method);
  });

  it('takes a parameter that is one segment, decoded once', () => {
    expect(matchRoute('GET', '/campagnes/a%2Fb%2525/depots')?.params).toEqual({ campagne: 'a/b%25' });
    expect(matchRoute('GET', '/campagnes/a/b/depots')).toBeNull();
    expect(matchRoute('GET', '/campagnes//depots')).toBeNull();
    expect(matchRoute('GET', '/campagnes/%/depots')).toBeNull();
  });
});
