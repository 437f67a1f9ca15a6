import type { DemonstrationAccount } from './account.ts';
import { ISSUER_PATH } from './issuer.ts';

const STYLE = `
body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; color: #161616; background: #fff; }
ul { list-style: none; padding: 0; }
li { margin: 0 0 .75rem; }
a { display: block; padding: .75rem 1rem; border: 1px solid #000091; border-radius: .25rem; color: #000091; }
a:hover { background: #f5f5fe; }
a:focus-visible { outline: 3px solid #0a76f6; outline-offset: 2px; }
`;

export const STYLE_PATH = `${ISSUER_PATH}/choix.css`;
export const styleSheet = STYLE.trimStart();

/** The page on which a person says who to be. @param query of the authorization request, kept as it came */
export function choosePage(accounts: readonly DemonstrationAccount[], query: URLSearchParams): string {
  const links = accounts.map(({ subject, label }) => {
    const chosen = new URLSearchParams({ ...Object.fromEntries(query), login_hint: subject });
    return `      <li><a href="${escapeHtml(`${ISSUER_PATH}/authorize?${chosen}`)}">${escapeHtml(label)}</a></li>`;
  });
  return page('Choisir un compte de démonstration', [
    '    <p>Ces comptes sont fictifs et sans mot de passe : ils n’existent que sur cette machine.</p>',
    '    <ul>',
    ...links,
    '    </ul>',
  ]);
}

/** Said to the person when the request comes from no page of this server. */
export function foreignPage(): string {
  return page('Connexion impossible', [
    '    <p>La demande de connexion ne vient pas de ce serveur. <a href="/">Revenez à l’accueil</a>, puis connectez-vous.</p>',
  ]);
}

function page(title: string, content: readonly string[]): string {
  return `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title} – Collecte numérique santé</title>
    <link rel="stylesheet" href="${STYLE_PATH}">
  </head>
  <body>
  <main>
    <h1>${title}</h1>
${content.join('\n')}
  </main>
  </body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}
