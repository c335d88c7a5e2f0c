import { badMoment } from './faults.ts';

/**
 * The moment that `--exclude-newer` names: a time such as `2026-11-24T12:00:00Z`, or a date, which is taken to its end. Dates are of
 * UTC, so that the same line means the same everywhere (uv takes them in the zone of the machine).
 *
 * @throws Fault `bad-moment`.
 */
export function momentOf(text: string, origin: string): Date {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const isTime = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:[Zz]|[+-]\d{2}:\d{2})$/.test(text);
  const moment = new Date(isDate ? `${text}T00:00:00Z` : text.replace(' ', 'T'));
  if ((!isDate && !isTime) || Number.isNaN(moment.getTime())) throw badMoment(origin, text);
  if (isDate) moment.setUTCDate(moment.getUTCDate() + 1);
  return moment;
}
