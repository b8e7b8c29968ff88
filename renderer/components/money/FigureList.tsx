import type { Figure } from '#shared/money/figure';
import { FigureButton } from '../FigureButton';
import type { Drill } from '../records-behind/RecordsDrawer';
import classes from './FigureList.module.css';
import { amountText } from './money-words';

/** One number with its name, how it is computed, and what it is made of. */
export interface FigureLine {
  readonly name: string;
  readonly value: string;
  /** The formula, in words. */
  readonly about: string;
  readonly records: readonly string[];
  /** `sum`: a number that others below it make up; `part`: one of those. */
  readonly as?: 'sum' | 'part';
  /** A word beside the number. */
  readonly note?: string | undefined;
}

/** A line for an amount with its records. */
export const figureLine = (
  name: string,
  figure: Figure,
  about: string,
  more: Pick<FigureLine, 'as' | 'note'> & { readonly value?: string } = {},
): FigureLine => ({ name, value: amountText(figure.value), about, records: figure.records, ...more });

interface FigureListProps {
  readonly label: string;
  readonly lines: readonly FigureLine[];
  readonly onDrill: (drill: Drill) => void;
}

/** Numbers under each other; each opens the records behind it. */
export function FigureList({ label, lines, onDrill }: FigureListProps) {
  return (
    <dl className={classes.list} aria-label={label}>
      {lines.map(({ name, value, about, records, as, note }) => (
        <div key={name} className={classes.line} data-as={as}>
          <dt title={about}>{name}</dt>
          <dd>
            {note ? <span className={classes.note}>{note}</span> : null}
            <FigureButton name={name} onOpen={() => onDrill({ title: name, value, about, records })}>
              {value}
            </FigureButton>
          </dd>
        </div>
      ))}
    </dl>
  );
}
