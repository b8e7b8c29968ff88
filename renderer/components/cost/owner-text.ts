import type { Records } from '#shared/records/records';
import { joinedPerson } from '#shared/records/joined-person';
import type { RateOwner } from '#shared/time/rate-card';
import { t } from '#shared/values/texts';

/** Whose rate it is, in words: a person's name, or the role. */
export function ownerText(records: Records, owner: RateOwner): string {
  if (!('person' in owner)) return owner.role;
  return joinedPerson(records, owner.person)?.name ?? t('Unknown person');
}
