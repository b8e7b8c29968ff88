import { Badge } from '@mantine/core';
import type { Contact } from '#shared/records/registry';
import { isAway } from '../data/reads/contacts';
import { dateText } from './text-of';
import { useToday } from './use-today';
import { t } from '#shared/values/texts';

/** Says that somebody is away today, and until when. Nothing while they are there. */
export function AwayBadge({ contact }: { readonly contact: Contact }) {
  const today = useToday();
  if (!isAway(contact, today)) return null;
  return (
    <Badge variant="outline" color="gray" size="sm" tt="none" fw={500}>
      {contact.awayUntil ? t('Away until {{awayUntil}}', { awayUntil: dateText(contact.awayUntil) }) : t('Away')}
    </Badge>
  );
}
