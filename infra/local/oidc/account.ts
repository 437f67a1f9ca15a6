import type { Right } from '../../../shared/domain/access/right.ts';

/**
 * Somebody whom the local issuer lets in without a password: any subject to whom it was ever granted a right. The
 * subject is its name in `login_hint`, the label what is shown where an account is chosen.
 */
export type DemonstrationAccount = Pick<Right, 'subject' | 'label'>;
