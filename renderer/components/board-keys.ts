import type { KeyboardEvent } from 'react';

/**
 * Arrow keys walk from card to card, `m` opens the menu that moves one. Cards say where they stand by
 * `data-card` (the deal) and columns by `data-column`; only cards near the view exist, and the next one always does.
 */
export function walkCards(event: KeyboardEvent<HTMLElement>, openMenu: (deal: string, target: HTMLElement) => void): void {
  const card = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-card]') : null;
  if (!card || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'm') {
    event.preventDefault();
    openMenu(card.dataset['card'] ?? '', card);
    return;
  }
  const next = cardAfterKey(event.key, card);
  if (!next) return;
  event.preventDefault();
  next.querySelector('a')?.focus();
}

function cardAfterKey(key: string, card: HTMLElement): HTMLElement | undefined {
  const cards = cardsIn(card.closest('[data-column]'));
  const at = cards.indexOf(card);
  if (key === 'ArrowDown') return cards[at + 1];
  if (key === 'ArrowUp') return cards[at - 1];
  if (key === 'ArrowRight' || key === 'ArrowLeft') return cardBeside(card, key === 'ArrowRight' ? 1 : -1, at);
  return undefined;
}

/** The card at the same height in the nearest column on that side that has any. */
function cardBeside(card: HTMLElement, step: 1 | -1, at: number): HTMLElement | undefined {
  const columns = [...(card.closest('[role="group"]')?.querySelectorAll<HTMLElement>('[data-column]') ?? [])];
  let index = columns.findIndex((column) => column.contains(card)) + step;
  for (; index >= 0 && index < columns.length; index += step) {
    const cards = cardsIn(columns[index] ?? null);
    if (cards.length > 0) return cards[Math.min(at, cards.length - 1)];
  }
  return undefined;
}

function cardsIn(column: Element | null): HTMLElement[] {
  return [...(column?.querySelectorAll<HTMLElement>('[data-card]') ?? [])];
}
