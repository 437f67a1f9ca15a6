import { FactDamaged, FactInfected, FactUnscannable, FactUnscanned } from '../../application/errors.ts';
import { type Bucket, getTags } from './objects.ts';

/** How GuardDuty Malware Protection for S3 tags what it scanned. */
const TAG = 'GuardDutyMalwareScanStatus';
const CLEAN = 'NO_THREATS_FOUND';
const INFECTED = 'THREATS_FOUND';
/** A password, or an archive beyond what it unfolds: another scan would say the same. */
const UNSCANNABLE = 'UNSUPPORTED';

/**
 * The version of an object in which a scan found nothing: the one named, or the latest, which is then the one to read.
 * @throws FactInfected. @throws FactUnscannable. @throws FactUnscanned without a verdict, or with one that says nothing
 * of the object (ACCESS_DENIED, FAILED): that is not clean. @throws FactDamaged when there is no object.
 */
export async function scannedVersion(
  bucket: Bucket,
  key: string,
  version?: string,
): Promise<string | undefined> {
  const found = await getTags(bucket, key, version);
  if (!found) throw new FactDamaged(`${key} is not there`);
  const status = found.tags.get(TAG);
  if (status === INFECTED) throw new FactInfected(`a threat was found in ${key}`);
  if (status === UNSCANNABLE) throw new FactUnscannable(`${key} cannot be scanned`);
  if (status !== CLEAN) throw new FactUnscanned(`the scan of ${key} says ${status ?? 'nothing yet'}`);
  return version ?? found.version;
}
