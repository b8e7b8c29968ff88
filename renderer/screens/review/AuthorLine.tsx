import { instantOfAt } from '#shared/ledger/clock';
import { joinedPerson } from '#shared/records/joined-person';
import { tellHistory } from '#shared/records/act-label';
import { AgeText } from '../../components/AgeText';
import { InstantText } from '../../components/InstantText';
import { PersonName } from '../../components/PersonName';
import { useDeviceName } from '../../components/use-device-name';
import { useWording } from '../../components/use-wording';
import { useLive, useMe, useWorkspace } from '../../data/live';
import type { Author } from '../../data/review-detail';
import classes from './ReviewPanel.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../components/Sentence';

/** Who wrote a value: the name, and whether that is oneself. */
export function AuthorName({ author }: { readonly author: Author }) {
  const me = useMe();
  const person = useLive((records) => joinedPerson(records, author.by)?.id, [author.by]);
  return (
    <span className={classes.author}>
      <PersonName id={author.by} avatar />
      {person === me ? <span className={classes.you}>{t('you')}</span> : null}
    </span>
  );
}

/** When, on which device, by which act and why; and whose hands it went through. */
export function AuthorFacts({ author }: { readonly author: Author }) {
  const { sync } = useWorkspace();
  const wording = useWording();
  const deviceName = useDeviceName();
  const { entry, at, broughtBackBy } = author;
  const handedInBy = sync.handedInBy(entry.id);
  const sentence = entry.act.endsWith('.edit') ? undefined : tellHistory([entry], wording)[0]?.sentence;
  return (
    <span className={classes.facts}>
      <span>
        <InstantText value={instantOfAt(at)} /> (<AgeText value={instantOfAt(at)} />) · {deviceName(entry.id)}
      </span>
      {sentence ? <span className={classes.act}>{sentence}</span> : null}
      {entry.why ? <span className={classes.why}>“{entry.why}”</span> : null}
      {handedInBy ? <span>{t('Handed in by {{handedInBy}}', { handedInBy })}</span> : null}
      {broughtBackBy ? (
        <span>
          <Sentence
            text={t('Brought back by <personName/>, who undid the choice')}
            parts={{ personName: <PersonName id={broughtBackBy} /> }}
          />
        </span>
      ) : null}
    </span>
  );
}
