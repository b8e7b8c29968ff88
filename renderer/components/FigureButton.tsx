import type { ReactNode } from 'react';
import classes from './FigureButton.module.css';

interface FigureButtonProps {
  /** What the number is, for those who hear it: `Billed`. */
  readonly name: string;
  readonly onOpen: () => void;
  readonly children: ReactNode;
}

/** A number that opens the records behind it. */
export function FigureButton({ name, onOpen, children }: FigureButtonProps) {
  return (
    <button type="button" className={classes.figure} title={`Show what is behind ${name.toLowerCase()}`} onClick={onOpen}>
      {children}
    </button>
  );
}
