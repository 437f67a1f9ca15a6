import { SQSClient } from '@aws-sdk/client-sqs';
import { sqsQueue } from '../../../shared/adapters/sqs/queue.ts';
import { generation } from '../../builders/campaign.ts';
import { LONER } from '../../builders/directory.ts';

const { scope } = generation();

it('sends nothing of what it is given when the queue of one kind is not known', async () => {
  const client = new SQSClient({ region: 'eu-west-3' });
  const send = import.meta.jest.spyOn(client, 'send').mockImplementation(async () => ({ Failed: [] }));
  const queue = sqsQueue(client, { 'compute-figures': 'https://queue.test/figures' });
  const known = { kind: 'compute-figures', scope, finess: LONER } as const;
  await expect(queue.send([known, { kind: 'build-national', scope }])).rejects.toThrow('build-national');
  expect(send).not.toHaveBeenCalled();
  await queue.send([known]);
  expect(send).toHaveBeenCalledTimes(1);
});
