import { typeOf } from '#shared/records/registry';
import { nounOf } from '#shared/records/title';
import { RecordLink } from './RecordLink';
import { countText } from './text-of';
import { useLive, useWorkspace } from '../data/live';
import classes from './UnsentRecords.module.css';

const SHOWN = 8;

/** The records with edits that are not sent yet, as ways to them. */
export function UnsentRecords({ onOpen }: { readonly onOpen: () => void }) {
  const { sync } = useWorkspace();
  const unsent = useLive(() => sync.unsentRecords(), [sync]);
  return (
    <ul className={classes.list}>
      {unsent.slice(0, SHOWN).map((id) => {
        const type = typeOf(id);
        return (
          <li key={id} className={classes.record}>
            <span className={classes.noun}>{sentence(nounOf(id))}</span>
            {/* A press on any of the links has led away from here. */}
            <span onClickCapture={(event) => event.target instanceof HTMLAnchorElement && onOpen()}>
              {type ? <RecordLink type={type} id={id} /> : null}
            </span>
          </li>
        );
      })}
      {unsent.length > SHOWN ? <li>and {countText(unsent.length - SHOWN, 'more record', 'more records')}</li> : null}
    </ul>
  );
}

const sentence = (noun: string): string => noun.charAt(0).toUpperCase() + noun.slice(1);
