import { Avatar } from '@mantine/core';
import type { Id } from '#shared/records/define-record';
import { joinedPerson } from '#shared/records/joined-person';
import { useLive } from '../data/live';
import classes from './PersonName.module.css';
import { initials } from './text-of';
import { t } from '#shared/values/texts';

interface PersonNameProps {
  readonly id: Id<'person'> | undefined;
  readonly avatar?: boolean;
}

/** One of us, by name; nothing for nobody. Who joined a server is told by their name there. */
export function PersonName({ id, avatar = false }: PersonNameProps) {
  const person = useLive((records) => joinedPerson(records, id), [id]);
  if (!id) return null;
  const name = person?.name ?? t('Unknown person');
  if (!avatar) return <span>{name}</span>;
  return (
    <span className={classes.person}>
      <PersonMark name={name} />
      <span className={classes.name}>{name}</span>
    </span>
  );
}

interface PersonMarkProps {
  readonly name: string;
  readonly size?: number;
}

/** The initials of a person in a disc. */
export function PersonMark({ name, size = 22 }: PersonMarkProps) {
  return (
    <Avatar size={size} radius="xl" color="teal" variant="light" title={name} aria-hidden className={classes.mark}>
      {initials(name)}
    </Avatar>
  );
}
