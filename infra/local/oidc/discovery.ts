import { CLIENT_ID, type Issuer } from './issuer.ts';

/** OpenID Connect Discovery 1.0, « Provider Metadata ». `client_id` is ours: there is one client only. */
export function discovery({ url }: Issuer) {
  return {
    issuer: url,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/token`,
    jwks_uri: `${url}/jwks.json`,
    client_id: CLIENT_ID,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid'],
    token_endpoint_auth_methods_supported: ['none'],
    code_challenge_methods_supported: ['S256'],
    claims_supported: ['iss', 'sub', 'aud', 'exp', 'iat', 'nbf', 'nonce'],
    authorization_response_iss_parameter_supported: true,
  };
}
