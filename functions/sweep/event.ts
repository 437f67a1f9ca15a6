export { SweepEvent } from '../../shared/contracts/queue-messages.ts';
