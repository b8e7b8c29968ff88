import { useEffect, useRef } from 'react';
import { fragmentOf, parseFragment, type Fragment } from '#shared/blueprint/fragment';
import { GRID } from '#shared/blueprint/geometry';
import { notify } from '../../../components/notify';
import type { Drawing } from './use-drawing';
import { t } from '#shared/values/texts';

/** Within this window a copy can be pasted by the toolbar too, where the system's clipboard may not be read. */
let copied: Fragment | undefined;

const TYPE = 'application/x-throughline-blueprint';

/** Copies what is chosen, pastes what was copied here, in another blueprint or in another window, by keys and by the toolbar. */
export function useClipboard(drawing: Drawing) {
  const latest = useRef(drawing);
  latest.current = drawing;
  useEffect(() => {
    const onCopy = (event: ClipboardEvent): void => {
      if (isTyping(event.target) || !window.getSelection()?.isCollapsed) return;
      const fragment = take(latest.current);
      if (!fragment) return;
      event.preventDefault();
      event.clipboardData?.setData(TYPE, JSON.stringify(fragment));
      event.clipboardData?.setData('text/plain', fragment.nodes.map(({ label }) => label).join('\n'));
    };
    const onPaste = (event: ClipboardEvent): void => {
      if (isTyping(event.target)) return;
      const fragment = parseFragment(event.clipboardData?.getData(TYPE) ?? '');
      if (!fragment) return;
      event.preventDefault();
      void put(latest.current, fragment);
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, []);
  return {
    copy: () => {
      if (take(latest.current)) notify.done(t('Copied. Paste it here or in another blueprint.'));
    },
    paste: () => void (copied ? put(latest.current, copied) : notify.problem(t('Copy some nodes first.'))),
  };
}

function take({ blueprint, parts, chosen }: Drawing): Fragment | undefined {
  const fragment = fragmentOf(blueprint, parts, chosen);
  if (fragment) copied = fragment;
  return fragment;
}

/** A little beside where it was copied, so that it does not lie upon it. */
const put = ({ acts }: Drawing, fragment: Fragment): Promise<boolean> => acts.paste(fragment, { x: 2 * GRID, y: 2 * GRID });

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
