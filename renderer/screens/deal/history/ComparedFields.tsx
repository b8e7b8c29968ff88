import { Button } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import type { FieldThenAndNow, RecordThenAndNow } from '#shared/deal/then-and-now';
import { instantOfAt } from '#shared/ledger/clock';
import type { Entry, RecordId } from '#shared/ledger/entry';
import { typeOf } from '#shared/records/registry';
import { ActSentence } from '../../../components/ActSentence';
import { FieldValue } from '../../../components/FieldValue';
import { instantText } from '../../../components/text-of';
import { useBringBack } from '../../../components/use-bring-back';
import { useDeviceName } from '../../../components/use-device-name';
import { ValueHistory } from '../../../components/ValueHistory';
import classes from './ComparedDeal.module.css';
import { t } from '#shared/values/texts';

interface ComparedFieldsProps {
  readonly compared: RecordThenAndNow;
  readonly shown: 'everything' | 'differences';
  readonly isNow: boolean;
  /** What an entry did, in words. */
  readonly sentenceOf: SentenceOf;
}

export type SentenceOf = (entry: Entry) => string;

/** The fields of one record as a table: what it was, what it is, and who changed it. */
export function ComparedFields({ compared, shown, isNow, sentenceOf }: ComparedFieldsProps) {
  const fields = compared.fields.filter(({ difference }) => shown === 'everything' || difference === 'changed');
  const sides = isNow || compared.difference === 'added' || compared.difference === 'removed' ? 'one' : 'two';
  return (
    <table className={classes.fields}>
      <colgroup>
        <col className={classes.fieldColumn} />
        <col />
        {sides === 'two' ? <col /> : null}
        <col className={classes.toolColumn} />
      </colgroup>
      <thead className={isNow ? classes.hidden : undefined}>
        <tr>
          <th scope="col">{t('Field')}</th>
          {sides === 'two' ? (
            <th scope="col">{t('Then')}</th>
          ) : (
            <th scope="col">{compared.difference === 'added' ? t('Now') : t('Then')}</th>
          )}
          {sides === 'two' ? <th scope="col">{t('Now')}</th> : null}
          <th scope="col" aria-label={t('History')} />
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <FieldRow
            key={field.field}
            record={compared.record}
            compared={field}
            sides={sides}
            shows={compared.difference === 'added' ? 'now' : 'then'}
            sentenceOf={sentenceOf}
          />
        ))}
      </tbody>
    </table>
  );
}

interface FieldRowProps {
  readonly record: RecordId;
  readonly compared: FieldThenAndNow;
  readonly sides: 'one' | 'two';
  readonly shows: 'then' | 'now';
  readonly sentenceOf: SentenceOf;
}

function FieldRow({ record, compared, sides, shows, sentenceOf }: FieldRowProps) {
  const { field, declared, then, now, difference } = compared;
  const changed = sides === 'two' && difference === 'changed';
  return (
    <tr data-changed={changed || undefined}>
      <th scope="row">{declared.label}</th>
      <td>
        <Value field={compared} value={shows === 'then' ? then : now} />
        {changed ? <BringBack record={record} compared={compared} /> : null}
      </td>
      {sides === 'two' ? (
        <td>
          {changed ? (
            <>
              <Value field={compared} value={now} />
              {compared.by ? <SetBy entry={compared.by} sentence={sentenceOf(compared.by)} /> : null}
            </>
          ) : (
            <span className={classes.same}>{t('unchanged')}</span>
          )}
        </td>
      ) : null}
      <td className={classes.tools}>
        <ValueHistory record={record} field={field} label={declared.label} />
      </td>
    </tr>
  );
}

function Value({ field, value }: { readonly field: FieldThenAndNow; readonly value: unknown }) {
  const nothing = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  return nothing ? <span className={classes.same}>–</span> : <FieldValue field={field.declared} value={value} />;
}

/** Who made it what it is now: when, on which device, by which act and why. */
function SetBy({ entry, sentence }: { readonly entry: Entry; readonly sentence: string }) {
  const deviceName = useDeviceName();
  return (
    <div className={classes.by}>
      <ActSentence entry={entry} sentence={sentence} /> · {instantText(instantOfAt(entry.at))} · {deviceName(entry.id)}
      {entry.why ? <span className={classes.why}>“{entry.why}”</span> : null}
    </div>
  );
}

function BringBack({ record, compared }: { readonly record: RecordId; readonly compared: FieldThenAndNow }) {
  const type = typeOf(record) ?? 'deal';
  const bringBack = useBringBack(type, record, compared.field);
  return bringBack && compared.by && compared.then !== undefined ? (
    <Button
      className={classes.bringBack}
      size="compact-xs"
      variant="subtle"
      leftSection={<IconRestore size={13} />}
      onClick={() => void bringBack(compared.then, compared.by?.at ?? '')}
    >
      {t('Bring back')}
    </Button>
  ) : null;
}
