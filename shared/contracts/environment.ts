/**
 * Names of the environment variables that the infrastructure gives to functions. Endpoints are those that the AWS SDK
 * knows (`AWS_ENDPOINT_URL_DYNAMODB`, `_S3`, `_SQS`): unset, they are AWS itself.
 */
export const ENVIRONMENT = {
  table: 'COLLECTE_TABLE',
  rawBucket: 'COLLECTE_RAW_BUCKET',
  documentsBucket: 'COLLECTE_DOCUMENTS_BUCKET',
  readDepositQueue: 'COLLECTE_QUEUE_READ_DEPOSIT',
  computeFiguresQueue: 'COLLECTE_QUEUE_COMPUTE_FIGURES',
  buildWorkbookQueue: 'COLLECTE_QUEUE_BUILD_WORKBOOK',
  buildNationalQueue: 'COLLECTE_QUEUE_BUILD_NATIONAL',
  /** `oui` where GuardDuty scans uploads: a file without a clean verdict is not read. */
  malwareScan: 'COLLECTE_ANALYSE_ANTIVIRUS',
} as const;
