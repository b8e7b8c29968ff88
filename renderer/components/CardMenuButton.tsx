import { IconDots } from '@tabler/icons-react';
import classes from './CardMenuButton.module.css';

interface CardMenuButtonProps {
  readonly label: string;
  readonly onOpen: (target: HTMLElement) => void;
}

/** The way to a card's menu: in its corner, once the card is pointed at or has the focus. */
export function CardMenuButton({ label, onOpen }: CardMenuButtonProps) {
  return (
    <button
      type="button"
      className={classes.button}
      aria-label={label}
      aria-haspopup="menu"
      onClick={(event) => onOpen(event.currentTarget)}
    >
      <IconDots size={16} aria-hidden />
    </button>
  );
}
