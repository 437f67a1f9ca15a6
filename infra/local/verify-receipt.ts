import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { sha256 } from '../../shared/application/digest.ts';
import { verifyReceipt } from '../../shared/application/verify-receipt.ts';
import { ReceiptBody } from '../../shared/contracts/api/deposit.ts';
import { type ManifestLines, readManifest } from '../../shared/domain/verification/manifest-lines.ts';
import { isBorneOut } from '../../shared/domain/verification/receipt-check.ts';
import { receiptCheckInWords } from '../../shared/messages/receipt-check-in-words.ts';
import { type Command, CommandFailure, optional, required, runCommand } from './command.ts';

const HELP = `Vérifie un récépissé sans le système ni le réseau : le dépôt et ses écritures figurent-ils au manifeste ?

  npm run verify-receipt -- --receipt recepisse.json --manifest ARS-84-campagne-2026.manifest.txt --file depot.xlsx

Options
  --receipt FICHIER      récépissé enregistré depuis le portail (JSON)
  --manifest FICHIER     manifeste du classeur de la région, ou de celui de la nation
  --file FICHIER         fichier qui a été déposé : son empreinte est recalculée
  --help                 cette aide

Code de retour : 0 si tout ce que dit le récépissé est vérifié, 1 sinon.`;

const command: Command = {
  help: HELP,
  options: Object.fromEntries(
    ['receipt', 'manifest', 'file'].map((name) => [name, { type: 'string' as const }]),
  ),
  run: async (options) => {
    const receipt = receiptIn(await contentOf(required(options, 'receipt')), required(options, 'receipt'));
    const manifest = required(options, 'manifest');
    const text = await contentOf(manifest);
    const file = optional(options, 'file');
    const hash = file === null ? null : sha256(await contentOf(file));
    const check = verifyReceipt(receipt, manifestIn(text, manifest), hash);
    console.log(
      receiptCheckInWords(check, {
        manifest: basename(manifest),
        manifestHash: sha256(text),
        file: basename(file ?? ''),
      }),
    );
    if (!isBorneOut(check)) process.exitCode = 1;
  },
};

async function contentOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new CommandFailure(`Erreur : « ${path} » ne peut pas être lu. Vérifiez son chemin et vos droits.`, {
      cause,
    });
  }
}

function receiptIn(bytes: Uint8Array, path: string): ReceiptBody {
  try {
    return ReceiptBody.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw new CommandFailure(
      `Erreur : « ${path} » n'est pas un récépissé. Enregistrez-le depuis sa page du portail, par « Enregistrer le récépissé (JSON) ».`,
      { cause },
    );
  }
}

function manifestIn(bytes: Uint8Array, path: string): ManifestLines {
  const lines = readManifest(new TextDecoder().decode(bytes));
  if (lines) return lines;
  throw new CommandFailure(
    `Erreur : « ${path} » n'est pas un manifeste : chacune de ses lignes est une empreinte, deux espaces, et ce dont elle est. Prenez le fichier .manifest.txt qui accompagne le classeur.`,
  );
}

await runCommand(command);
