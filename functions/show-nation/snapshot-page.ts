import { digestOf } from '../../shared/application/digest.ts';
import type { Page } from '../../shared/application/page.ts';
import type { Snapshot as NationalSnapshot } from '../../shared/application/read-snapshot.ts';
import type { RouteAnswer } from '../../shared/contracts/routes.ts';
import type { TableLine } from '../../shared/domain/report/table-lines.ts';
import { Snapshot } from '../../shared/lambda/http/etag.ts';

/** What is read from the snapshot: the same question to the same edition has the same ETag. */
export function snapshotAnswer<T>(
  { number, builtAt, hash }: NationalSnapshot,
  answer: T,
  query: object,
): Snapshot<T> {
  return new Snapshot(answer, digestOf({ hash, number, builtAt, query }));
}

/** A page of lines of the snapshot. */
export function snapshotPage<C>(
  snapshot: NationalSnapshot,
  { elements, next }: Page<TableLine, C>,
  cursorOf: (next: C) => string,
  query: object,
): Snapshot<RouteAnswer<'list-figures'>> {
  const answer = {
    elements: [...elements],
    suivant: next === null ? null : cursorOf(next),
    edition: snapshot.number,
    publie_le: snapshot.builtAt,
    sha256: snapshot.hash,
  };
  return snapshotAnswer(snapshot, answer, query);
}
