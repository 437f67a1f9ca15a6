/**
 * Where the pages find the API and who signs people in: what changes from one deployment to another. An address that
 * begins with `/` is on the origin of the pages; a blank `api` is that origin itself.
 */
export const SETTINGS = Object.freeze({
  api: '',
  issuer: '/oidc',
  client: 'portail',
  scope: 'openid',
});
