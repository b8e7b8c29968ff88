import { IconSearch } from '@tabler/icons-react';
import { Fragment, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Kbd } from '../../components/Kbd';
import classes from './CommandPalette.module.css';
import { PaletteLine } from './PaletteLine';
import type { PaletteItem } from './palette-items';
import type { PaletteState } from './use-palette-items';
import { t } from '#shared/values/texts';
import { Sentence } from '../../components/Sentence';

interface PaletteListProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly placeholder: string;
  readonly items: readonly PaletteItem[];
  readonly state: PaletteState;
  readonly onChoose: (item: PaletteItem) => void;
}

/** The box and the list below it. Typing narrows, arrows walk, Enter does it. */
export function PaletteList({ query, onQuery, placeholder, items, state, onChoose }: PaletteListProps) {
  const name = useId();
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const active = Math.min(at, items.length - 1);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    const item = items[active];
    if (step !== undefined && items.length > 0) {
      event.preventDefault();
      setAt((active + step + items.length) % items.length);
    } else if (event.key === 'Enter' && item && !event.nativeEvent.isComposing) {
      event.preventDefault();
      onChoose(item);
    }
  };

  return (
    <>
      <div className={classes.box}>
        <IconSearch size={18} stroke={1.75} aria-hidden />
        <input
          className={classes.input}
          role="combobox"
          aria-expanded
          aria-controls={name}
          aria-activedescendant={items.length > 0 ? `${name}-${active}` : undefined}
          aria-label={placeholder}
          data-autofocus
          autoFocus
          placeholder={placeholder}
          value={query}
          onChange={(event) => {
            onQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div ref={list} className={classes.list}>
        <div id={name} role="listbox" aria-label={t('Results')}>
          {items.map((item, index) => (
            <Fragment key={item.key}>
              {item.group === items[index - 1]?.group ? null : <GroupName name={item.group} />}
              <PaletteLine id={`${name}-${index}`} item={item} active={index === active} onPoint={() => setAt(index)} onChoose={onChoose} />
            </Fragment>
          ))}
        </div>
        <Answer state={state} query={query} />
      </div>
      <KeyHints />
    </>
  );
}

function GroupName({ name }: { readonly name: string }) {
  return (
    <div className={classes.group} role="presentation">
      {name}
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function KeyHints() {
  return (
    <footer className={classes.foot} aria-hidden>
      <Sentence
        text={t('<kbd/> to choose <kbd2/> to do it <kbd3/> to leave')}
        parts={{ kbd: <Kbd keys="↑ ↓" />, kbd2: <Kbd keys="enter" />, kbd3: <Kbd keys="escape" /> }}
      />
    </footer>
  );
}

/** What to know when the list alone does not say it. */
function Answer({ state, query }: { readonly state: PaletteState; readonly query: string }) {
  const words: Readonly<Record<PaletteState, string>> = {
    idle: '',
    found: '',
    searching: '',
    nothing: t('Nothing has the words “{{query}}”. Try fewer of them, or only how they begin.', { query: query.trim() }),
    stopped: t('The search stopped working. Reload the window to start it again; nothing is lost.'),
  };
  return (
    <div role="status" className={classes.answer}>
      {words[state]}
    </div>
  );
}
