import { type Look, LOOK_NAMES, LOOKS } from './chart-looks';

/** Fills of a chart, by name: `url(#…)` of `fillOf`. They stand in the chart's own drawing. */
export function ChartPatterns({ of }: { readonly of: string }) {
  return (
    <defs>
      {LOOK_NAMES.map((look) => (
        <LookPattern key={look} id={patternId(of, look)} look={look} />
      ))}
    </defs>
  );
}

export const fillOf = (chart: string, look: Look): string => `url(#${patternId(chart, look)})`;

const patternId = (chart: string, look: Look): string => `${chart.replaceAll(/[^\w-]/gu, '')}-${look}`;

function LookPattern({ id, look }: { readonly id: string; readonly look: Look }) {
  const { colour, pattern } = LOOKS[look];
  const back = pattern === 'solid' ? 1 : pattern === 'open' ? 0.16 : 0.34;
  return (
    <pattern
      id={id}
      width={7}
      height={7}
      patternUnits="userSpaceOnUse"
      patternTransform={pattern === 'left' ? 'rotate(-45)' : 'rotate(45)'}
    >
      <rect width={7} height={7} fill={colour} fillOpacity={back} />
      {pattern === 'right' || pattern === 'left' ? <rect width={3} height={7} fill={colour} /> : null}
      {pattern === 'dots' ? <circle cx={3.5} cy={3.5} r={1.8} fill={colour} /> : null}
    </pattern>
  );
}
