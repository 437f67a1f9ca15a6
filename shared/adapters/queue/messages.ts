import type { Message } from '../../application/ports.ts';

export type MessageKind = Message['kind'];

/** From the raw fact to the nation: work of one kind sends work of the later ones. */
export const MESSAGE_KINDS = [
  'read-deposit',
  'compute-figures',
  'build-workbook',
  'build-national',
] as const satisfies readonly MessageKind[];

/** Two messages with the same identity ask for the same work. */
export function identityOf(message: Message): string {
  const { kind, scope } = message;
  return [kind, scope.generation, scope.campaign, subjectOf(message)].join('#');
}

function subjectOf(message: Message): string {
  switch (message.kind) {
    case 'read-deposit':
      return message.fact;
    case 'compute-figures':
      return message.finess;
    case 'build-workbook':
      return message.region;
    case 'build-national':
      return 'FR';
  }
}
