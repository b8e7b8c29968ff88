import type { ReactNode } from 'react';
import classes from './FigureButton.module.css';
import { t } from '#shared/values/texts';

interface FigureButtonProps {
  /** What the number is, for those who hear it: `Billed`. */
  readonly name: string;
  readonly onOpen: () => void;
  readonly children: ReactNode;
}

/** A number that opens the records behind it. */
export function FigureButton({ name, onOpen, children }: FigureButtonProps) {
  return (
    <button
      type="button"
      className={classes.figure}
      title={t('Show what is behind {{name}}', { name: name.toLowerCase() })}
      onClick={onOpen}
    >
      {children}
    </button>
  );
}
