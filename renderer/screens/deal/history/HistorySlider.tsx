import { IconSignature } from '@tabler/icons-react';
import { useMemo, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { dateText } from '../../../components/text-of';
import classes from './HistorySlider.module.css';
import { busyness, timeAxis } from './time-axis';
import { t } from '#shared/values/texts';

/** A phase that the deal entered with an act, drawn as a stretch up to the next one. */
export interface PhaseMark {
  readonly act: number;
  readonly name: string;
  readonly side: 'pre-sale' | 'delivery' | 'paused';
}

interface HistorySliderProps {
  /** When each act took effect, in milliseconds, ascending. */
  readonly times: readonly number[];
  readonly phases: readonly PhaseMark[];
  /** The act that crossed the signature. */
  readonly signed: number | undefined;
  readonly at: number;
  /** What a screen reader says of the act at hand. */
  readonly spoken: string;
  onMove(act: number): void;
}

const STRETCHES = 160;

/**
 * The whole life of a deal on one line of time. Drag, or with the keyboard: arrows go act by act, Page Up and Page Down
 * phase by phase, Home to the first act and End to now.
 */
export function HistorySlider({ times, phases, signed, at, spoken, onMove }: HistorySliderProps) {
  const track = useRef<HTMLDivElement>(null);
  const axis = useMemo(() => timeAxis(times), [times]);
  const placeOfAct = (act: number): number => axis.placeOf(times[act] ?? 0);
  const toPointer = (event: PointerEvent): void => {
    const box = track.current?.getBoundingClientRect();
    if (box && event.buttons === 1) onMove(axis.actAt((event.clientX - box.left) / box.width));
  };
  return (
    <div className={classes.slider}>
      <div
        ref={track}
        className={classes.track}
        role="slider"
        tabIndex={0}
        aria-label={t('Moment in the life of the deal')}
        aria-valuemin={1}
        aria-valuemax={times.length}
        aria-valuenow={at + 1}
        aria-valuetext={spoken}
        onKeyDown={(event) => onKey(event, { at, last: times.length - 1, phases, onMove })}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          toPointer(event);
        }}
        onPointerMove={toPointer}
      >
        <Busyness times={times} until={placeOfAct(at)} />
        <PhaseBands phases={phases} placeOfAct={placeOfAct} />
        {signed === undefined ? null : (
          <span className={classes.signature} style={{ left: percent(placeOfAct(signed)) }} title={t('Signature')}>
            <IconSignature size={14} stroke={1.75} aria-hidden />
          </span>
        )}
        <span className={classes.thumb} style={{ left: percent(placeOfAct(at)) }} />
      </div>
      <div className={classes.ends} aria-hidden>
        <span>{dayOf(times[0])}</span>
        <span>{dayOf(times.at(-1))}</span>
      </div>
    </div>
  );
}

function Busyness({ times, until }: { readonly times: readonly number[]; readonly until: number }) {
  const bars = useMemo(() => busyness(times, STRETCHES), [times]);
  return (
    <svg className={classes.busyness} viewBox={`0 0 ${STRETCHES} 24`} preserveAspectRatio="none" aria-hidden>
      {bars.map((height, stretch) =>
        height > 0 ? (
          <rect
            key={stretch}
            x={stretch + 0.15}
            width={0.7}
            y={24 - height * 24}
            height={height * 24}
            data-passed={stretch / STRETCHES <= until || undefined}
          />
        ) : null,
      )}
    </svg>
  );
}

interface PhaseBandsProps {
  readonly phases: readonly PhaseMark[];
  placeOfAct(act: number): number;
}

function PhaseBands({ phases, placeOfAct }: PhaseBandsProps) {
  return (
    <div className={classes.bands}>
      {phases.map(({ act, name, side }, index) => {
        const from = placeOfAct(act);
        const next = phases[index + 1];
        const to = next ? placeOfAct(next.act) : 1;
        return (
          <span key={act} className={classes.band} data-side={side} style={{ left: percent(from), width: percent(to - from) }} title={name}>
            {name}
          </span>
        );
      })}
    </div>
  );
}

interface Keys {
  readonly at: number;
  readonly last: number;
  readonly phases: readonly PhaseMark[];
  onMove(act: number): void;
}

function onKey(event: KeyboardEvent, { at, last, phases, onMove }: Keys): void {
  const to = {
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    Home: 0,
    End: last,
    PageUp: phases.findLast((phase) => phase.act < at)?.act ?? 0,
    PageDown: phases.find((phase) => phase.act > at)?.act ?? last,
  }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  onMove(Math.min(last, Math.max(0, to)));
}

const percent = (place: number): string => `${(place * 100).toFixed(3)}%`;
const dayOf = (time: number | undefined): string => (time === undefined ? '' : dateText(new Date(time).toISOString().slice(0, 10)));
