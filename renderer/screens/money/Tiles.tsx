import type { ReactNode } from 'react';
import { FigureButton } from '../../components/FigureButton';
import classes from './MoneyScreen.module.css';

export interface Tile {
  readonly name: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
  /** Opens the records, or narrows the list below. */
  readonly onOpen: () => void;
  readonly pressed?: boolean;
}

/** A few large numbers beside each other. */
export function Tiles({ label, tiles }: { readonly label: string; readonly tiles: readonly Tile[] }) {
  return (
    <dl className={classes.tiles} aria-label={label}>
      {tiles.map(({ name, value, note, onOpen, pressed }) => (
        <div key={name} className={classes.tile} data-pressed={pressed || undefined}>
          <dt>{name}</dt>
          <dd>
            <FigureButton name={name} onOpen={onOpen}>
              {value}
            </FigureButton>
            {note ? <div className={classes.small}>{note}</div> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
