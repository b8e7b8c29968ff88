import { Button, TextInput } from '@mantine/core';
import { IconBolt } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import type { Id } from '#shared/records/define-record';
import { logTime, type WorkedTime } from '#shared/time/entry';
import { readQuickLine, timeOfQuickLine, type QuickLine } from '#shared/time/quick-line';
import { billableWords } from '../../components/time/billable-words';
import { sentence } from '../../components/FieldValue';
import { notify } from '../../components/notify';
import { dateText, numberText } from '../../components/text-of';
import { useToday } from '../../components/use-today';
import { useCommit, useLive, useMe, useWorkspace } from '../../data/live';
import classes from './Time.module.css';
import { t } from '#shared/values/texts';

/** Hours in one typed line. What it was understood to say stands below it before anything is written. */
export function QuickEntry() {
  const [text, setText] = useState('');
  const [deal, setDeal] = useState<Id<'deal'>>();
  const me = useMe();
  const today = useToday();
  const line = useLive((records) => readQuickLine(records, text, { person: me, today, deal }), [text, me, today, deal]);
  const time = timeOfQuickLine(line, me);
  const log = useLog();
  const clear = (): void => {
    setText('');
    setDeal(undefined);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (time && (await log(time))) clear();
  };
  return (
    <form className={classes.quick} onSubmit={(event) => void submit(event)}>
      <div className={classes.quickLine}>
        <TextInput
          className={classes.quickText ?? ''}
          aria-label={t('Log hours in one line')}
          placeholder={t('2.5h client workshop rework what you did yesterday')}
          leftSection={<IconBolt size={16} stroke={1.75} aria-hidden />}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setDeal(undefined);
          }}
          onKeyDown={(event) => event.key === 'Escape' && clear()}
        />
        <Button type="submit" disabled={!time}>
          {t('Log it')}
        </Button>
      </div>
      <div role="status" aria-label={t('Understood as')} className={classes.understood}>
        {text.trim() ? <Understood line={line} onDeal={setDeal} /> : HINT}
      </div>
    </form>
  );
}

const HINT = t('Hours, then words of the client or deal, of the scope line or ticket, an activity, a day and a note. Enter logs it.');

function useLog(): (time: WorkedTime) => Promise<boolean> {
  const workspace = useWorkspace();
  const commit = useCommit();
  const today = useToday();
  return async (time) => {
    const id = workspace.newId('timeEntry');
    const done = await commit(logTime(workspace.records, id, time, today));
    if (done) notify.done(t('{{hours}} h logged on {{date}}', { hours: numberText(time.hours), date: dateText(time.date) }));
    return done;
  };
}

interface UnderstoodProps {
  readonly line: QuickLine;
  readonly onDeal: (deal: Id<'deal'>) => void;
}

function Understood({ line, onDeal }: UnderstoodProps) {
  const { hours, date, activity, deals, scopeLine, ticket, note } = line;
  const [deal, other] = deals;
  const part = ticket ?? scopeLine;
  return (
    <>
      <Part missing={hours === undefined}>
        {hours === undefined ? t('How many hours? Such as 2.5h or 90m.') : `${numberText(hours)} h`}
      </Part>
      {deal && !other ? <Part>{deal.name}</Part> : null}
      {!deal ? <Part missing>{t('Which deal? Words of its name or its client’s.')}</Part> : null}
      {other ? <WhichDeal deals={deals} onDeal={onDeal} /> : null}
      {part && !other ? <Part>{part.title}</Part> : null}
      {deal && !other && activity ? (
        <Part>
          {sentence(activity)}, {billableWords(activity, deal)}
        </Part>
      ) : null}
      <Part>{dateText(date)}</Part>
      {note ? <Part>“{note}”</Part> : null}
    </>
  );
}

function Part({ missing, children }: { readonly missing?: boolean; readonly children: React.ReactNode }) {
  return (
    <span className={classes.part} data-missing={missing || undefined}>
      {children}
    </span>
  );
}

const OFFERED = 5;

function WhichDeal({ deals, onDeal }: { readonly deals: QuickLine['deals']; readonly onDeal: (deal: Id<'deal'>) => void }) {
  return (
    <span className={classes.which}>
      {t('Which one?')}
      {deals.slice(0, OFFERED).map(({ id, name }) => (
        <button key={id} type="button" className={classes.choice} onClick={() => onDeal(id)}>
          {name}
        </button>
      ))}
      {deals.length > OFFERED ? t('and {{deals}} more: add a word', { deals: deals.length - OFFERED }) : null}
    </span>
  );
}
