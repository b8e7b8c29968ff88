import { Anchor, Badge, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Id } from '#shared/records/define-record';
import type { Commitment } from '#shared/records/registry';
import { DateText } from '../../components/DateText';
import { PersonName } from '../../components/PersonName';
import { RecordLink } from '../../components/RecordLink';
import { SectionCard } from '../../components/SectionCard';
import { sentence } from '../../components/FieldValue';
import { recordPath } from '../../components/record-path';
import { useLive } from '../../data/live';
import { isOpenPromise, promisesTo } from '../../data/reads/contacts';
import classes from './ContactScreen.module.css';
import { t } from '#shared/values/texts';

/** What we promised them, in the words in which it was said; what is open first. */
export function ContactPromises({ contact }: { readonly contact: Id<'contact'> }) {
  const promises = useLive((records) => promisesTo(records, contact), [contact]);
  return (
    <SectionCard title={t('Promised to them')} flush={promises.length > 0}>
      {promises.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('No promises on record. Select words in a mail or a note of a deal to keep what was promised, with its source.')}
        </Text>
      ) : (
        <ul className={classes.list}>
          {promises.map((promise) => (
            <Promised key={promise.id} promise={promise} />
          ))}
        </ul>
      )}
    </SectionCard>
  );
}

function Promised({ promise }: { readonly promise: Commitment }) {
  const open = isOpenPromise(promise);
  const path = recordPath(promise.id, promise.deal);
  return (
    <li className={classes.promise} data-done={open ? undefined : true}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        {path ? (
          <Anchor component={Link} to={path} inherit c="inherit" fw={550} underline="always">
            {promise.text}
          </Anchor>
        ) : (
          promise.text
        )}
        <Badge variant={open ? 'light' : 'outline'} color={open ? 'teal' : 'gray'} size="sm" tt="none" fw={500} style={{ flexShrink: 0 }}>
          {stateOf(promise)}
        </Badge>
      </Group>
      {promise.quote ? <blockquote className={classes.quote}>“{promise.quote}”</blockquote> : null}
      <Text size="xs" c="dimmed" component="div">
        <DateText value={promise.madeAt} />
        {promise.madeBy ? (
          <>
            {promise.madeAt ? ' · ' : ''}
            <PersonName id={promise.madeBy} />
          </>
        ) : null}
        {promise.madeAt || promise.madeBy ? ' · ' : ''}
        <RecordLink type="deal" id={promise.deal} inText />
      </Text>
    </li>
  );
}

/** Kept and broken say what became of it; until then, what was decided about it. */
function stateOf({ fulfilment, decision }: Commitment): string {
  return fulfilment === 'open' && decision !== 'open' ? sentence(decision) : sentence(fulfilment);
}
