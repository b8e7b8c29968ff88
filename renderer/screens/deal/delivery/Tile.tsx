import type { ReactNode } from 'react';
import { clockText, instantText } from '../../../components/text-of';
import { useWorkspace } from '../../../data/live';
import classes from './DealTiles.module.css';
import { t } from '#shared/values/texts';

interface TileProps {
  readonly name: string;
  readonly figure: ReactNode;
  readonly facts: ReactNode;
  /** What should worry whoever reads it. */
  readonly warns?: ReactNode;
  /** When the newest record behind it was written; undefined while there is none. */
  readonly asOf: string | undefined;
  readonly expanded?: boolean;
  readonly onOpen: () => void;
}

/** One figure of the deal, what it is made of, and how new it is. A press opens the records behind it. */
export function Tile({ name, figure, facts, warns, asOf, expanded, onOpen }: TileProps) {
  const workspace = useWorkspace();
  return (
    <button type="button" className={classes.tile} aria-expanded={expanded} data-tile={name} onClick={onOpen}>
      <span className={classes.head}>
        <span className={classes.name}>{name}</span>
        <span
          className={classes.asOf}
          title={asOf ? t('The newest record behind it was written {{asOf}}', { asOf: instantText(asOf) }) : undefined}
        >
          {asOf ? t('as of {{clockText}}', { clockText: clockText(Date.parse(asOf), workspace.now()) }) : t('no record yet')}
        </span>
      </span>
      <span className={classes.figure}>{figure}</span>
      <span className={classes.facts}>{facts}</span>
      {warns ? <span className={classes.warns}>{warns}</span> : null}
    </button>
  );
}
