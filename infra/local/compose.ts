import { Logger } from '@aws-lambda-powertools/logger';
import * as administerRights from '../../functions/administer-rights/handler.ts';
import * as annotateDeposit from '../../functions/annotate-deposit/handler.ts';
import * as buildNational from '../../functions/build-national/handler.ts';
import * as buildWorkbook from '../../functions/build-workbook/handler.ts';
import * as checkDeposit from '../../functions/check-deposit/handler.ts';
import * as computeFigures from '../../functions/compute-figures/handler.ts';
import * as eraseDeposit from '../../functions/erase-deposit/handler.ts';
import * as makeTemplate from '../../functions/make-template/handler.ts';
import * as openDeposit from '../../functions/open-deposit/handler.ts';
import * as readDeposit from '../../functions/read-deposit/handler.ts';
import * as rebuildCampaign from '../../functions/rebuild-campaign/handler.ts';
import * as recordAct from '../../functions/record-act/handler.ts';
import * as showEstablishment from '../../functions/show-establishment/handler.ts';
import * as showNation from '../../functions/show-nation/handler.ts';
import * as showRegion from '../../functions/show-region/handler.ts';
import * as sweep from '../../functions/sweep/handler.ts';
import type { LoadGeneration } from '../../shared/application/load-generation.ts';
import type {
  AnnotateFile,
  Downloads,
  NewFactId,
  Queue,
  Uploads,
  WriteTemplate,
} from '../../shared/application/ports.ts';
import type { FunctionName } from '../../shared/contracts/functions.ts';
import type { Measure } from '../../shared/lambda/observability.ts';
import type { QueueFunctions } from './deliver.ts';
import type { ApiHandlers } from './server/api.ts';
import type { Ports } from './workplace.ts';

/** Everything that the functions ask for, on one machine. */
export interface LocalPorts extends Ports {
  readonly queue: Queue;
  readonly uploads: Uploads;
  readonly downloads: Downloads;
  readonly newFactId: NewFactId;
  readonly loadGeneration: LoadGeneration;
  readonly annotateFile: AnnotateFile;
  readonly writeTemplate: WriteTemplate;
}

export interface LocalFunctions {
  readonly api: ApiHandlers;
  readonly queues: QueueFunctions;
  readonly sweep: sweep.SweepFunction;
}

/** The terminal is for a person: what goes well is not said there. */
function quietLogger(name: FunctionName): Logger {
  return new Logger({ serviceName: name, logLevel: 'WARN' });
}

/** Nobody reads metrics here. */
const measure: Measure = () => undefined;

/** Every function with the adapters of one machine, as each index.ts does with those of AWS. */
export function compose(ports: LocalPorts): LocalFunctions {
  const of = (name: FunctionName) => ({ ...ports, measure, logger: quietLogger(name) });
  return {
    api: {
      'open-deposit': openDeposit.createHandler(of('open-deposit')),
      'check-deposit': checkDeposit.createHandler(of('check-deposit')),
      'annotate-deposit': annotateDeposit.createHandler(of('annotate-deposit')),
      'make-template': makeTemplate.createHandler(of('make-template')),
      'record-act': recordAct.createHandler(of('record-act')),
      'erase-deposit': eraseDeposit.createHandler(of('erase-deposit')),
      'show-establishment': showEstablishment.createHandler(of('show-establishment')),
      'show-region': showRegion.createHandler(of('show-region')),
      'show-nation': showNation.createHandler(of('show-nation')),
      'administer-rights': administerRights.createHandler(of('administer-rights')),
      'rebuild-campaign': rebuildCampaign.createHandler(of('rebuild-campaign')),
    },
    queues: {
      'read-deposit': readDeposit.createHandler(of('read-deposit')),
      'compute-figures': computeFigures.createHandler(of('compute-figures')),
      'build-workbook': buildWorkbook.createHandler(of('build-workbook')),
      'build-national': buildNational.createHandler(of('build-national')),
    },
    sweep: sweep.createHandler(of('sweep')),
  };
}
