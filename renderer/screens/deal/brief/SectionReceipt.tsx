import { Button, Tooltip } from '@mantine/core';
import { IconCheck, IconEye } from '@tabler/icons-react';
import type { BriefSection } from '#shared/handover/brief';
import { readSection, type Reader } from '#shared/handover/receipts';
import { joinedPerson } from '#shared/records/joined-person';
import type { Deal } from '#shared/records/registry';
import { instantOf } from '#shared/values/calendar';
import { AgeText } from '../../../components/AgeText';
import { PersonMark } from '../../../components/PersonName';
import { instantText } from '../../../components/text-of';
import { useCommit, useLive, useMe, useRecord, useWorkspace } from '../../../data/live';
import { sectionReaders } from '../../../data/reads/handover';
import classes from './SectionReceipt.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

interface SectionReceiptProps {
  readonly deal: Deal;
  readonly section: BriefSection;
}

/** Who has read the section, and whether it says something else since; one's own reading is a press. */
export function SectionReceipt({ deal, section: { key, title, digest } }: SectionReceiptProps) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const me = useMe();
  const mine = useLive((records) => joinedPerson(records, me)?.id ?? me, [me]);
  const readers = useLive((records) => sectionReaders(records, deal, key, digest), [deal, key, digest]);
  const others = readers.filter(({ person }) => person !== mine);
  const own = readers.find(({ person }) => person === mine);
  const markRead = (): void => {
    const now = { by: me, at: instantOf(workspace.now()), records: workspace.records };
    void commit(readSection(workspace.newId('readReceipt'), { deal: deal.id, section: key, digest }, now));
  };
  return (
    <div className={classes.receipt}>
      {others.length ? (
        <span className={classes.others}>
          {t('Read by')}
          {others.map((reader) => (
            <OtherReader key={reader.person} reader={reader} />
          ))}
        </span>
      ) : null}
      {own && !own.changedSince ? (
        <span className={classes.own}>
          <Sentence
            text={t('<iconCheck/> You read this <age/>')}
            parts={{ iconCheck: <IconCheck size={14} aria-hidden />, age: <AgeText value={own.at} /> }}
          />
        </span>
      ) : (
        <>
          {own ? <span className={classes.changed}>{t('Changed since you read it')}</span> : null}
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconEye size={13} />}
            aria-label={t('Mark as read: {{title}}', { title })}
            onClick={markRead}
          >
            {t('Mark as read')}
          </Button>
        </>
      )}
    </div>
  );
}

function OtherReader({ reader: { person, at, changedSince } }: { readonly reader: Reader }) {
  const name = useRecord('person', person)?.name ?? t('Somebody');
  const told = t('{{name}} read this on {{at}}{{value}}', {
    name,
    at: instantText(at),
    value: changedSince ? t('; it has changed since') : '',
  });
  return (
    <Tooltip label={told}>
      <span className={classes.reader} data-changed={changedSince || undefined}>
        <PersonMark name={name} size={22} />
        <span className="sr-only">{told}</span>
      </span>
    </Tooltip>
  );
}
