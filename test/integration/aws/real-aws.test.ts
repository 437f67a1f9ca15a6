import { runCampaign } from '../../../infra/local/run-campaign.ts';
import { parisDay } from '../../../shared/domain/calendar/paris-day.ts';
import { FIXTURE, foldersOf, inFolder, jobOf, resultsUnder } from '../../builders/campaign-job.ts';
import { startCloud } from '../../builders/cloud.ts';
import { givenAws, isAwsGiven } from '../../builders/cloud-place.ts';
import { ADMINISTRATOR, beginCampaign, expectOutputs, fixtureFiles } from './campaign-in-cloud.ts';

/** On AWS where the environment names what to use there: docs/deploy.md, « Against real AWS ». */
const whereGiven = isAwsGiven() ? it : it.skip;

whereGiven('gives on AWS the very bytes that one machine makes of the same facts', async () => {
  const cloud = await startCloud(async () => givenAws());
  try {
    await beginCampaign(cloud);
    const asOf = parisDay(new Date());
    for (const { path, bytes } of await fixtureFiles()) await cloud.deposit(path, bytes, ADMINISTRATOR);
    await cloud.settle();
    const expected = await inFolder(async (folder) => {
      const folders = foldersOf(FIXTURE, folder);
      await runCampaign(jobOf(folders, { asOf }));
      return resultsUnder(folders.out);
    });
    await expectOutputs(cloud, expected);
    expect(await cloud.deadLetters()).toEqual([]);
  } finally {
    await cloud.stop();
  }
});
