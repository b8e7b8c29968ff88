import '@mantine/core/styles.css';
import { MantineProvider } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { DataColumn } from '../../renderer/components/data-column';
import { DataTable } from '../../renderer/components/DataTable';

/** Frames that a display of 60 Hz would have shown late. */
const LATE_MS = 25;
const HEIGHT = 800;

interface Row {
  readonly id: string;
  readonly type: string;
  readonly phase: string;
}

const textOf = (row: Row, column: string): string => {
  const value: unknown = Reflect.get(row, column);
  return typeof value === 'string' ? value : '';
};

const COLUMNS: readonly DataColumn<Row>[] = ['id', 'type', 'phase', 'account', 'billingModel', 'expectedClose', 'ae', 'pm'].map((id) => ({
  id,
  header: id,
  cell: (row) => textOf(row, id),
  sortBy: (row) => textOf(row, id),
}));
const rowId = (row: Row): string => row.id;

/** The peer: the same virtual rows with nothing in them but text. */
function PlainTable({ rows }: { readonly rows: readonly Row[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 40,
    overscan: 12,
  });
  return (
    <div ref={scroller} role="grid" style={{ height: HEIGHT, overflow: 'auto' }}>
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map((item) => (
          <div
            key={item.key}
            style={{ position: 'absolute', top: 0, height: 40, display: 'flex', transform: `translateY(${item.start}px)` }}
          >
            {COLUMNS.map((column) => (
              <span key={column.id} style={{ width: 120, overflow: 'hidden', whiteSpace: 'nowrap' }}>
                {column.cell(rows[item.index] as Row)}
              </span>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

function show(which: 'ours' | 'plain', rows: readonly Row[]): { readonly root: Root; readonly place: HTMLElement } {
  const place = document.createElement('div');
  place.style.height = `${HEIGHT}px`;
  document.body.append(place);
  const root = createRoot(place);
  root.render(
    <MantineProvider>
      {which === 'ours' ? (
        <DataTable label="Rows" rows={rows} columns={COLUMNS} rowId={rowId} maxHeight={HEIGHT} />
      ) : (
        <PlainTable rows={rows} />
      )}
    </MantineProvider>,
  );
  return { root, place };
}

/** Milliseconds from asking for the table to the frame after its rows are in the page. */
export async function measureTable(which: 'ours' | 'plain', rows: readonly Row[]): Promise<number> {
  const start = performance.now();
  const { root, place } = show(which, rows);
  while (!place.textContent?.includes(rows[0]?.id ?? '')) await frame();
  await frame();
  const took = performance.now() - start;
  root.unmount();
  place.remove();
  return took;
}

/** Percentage of frames that came late while the list is scrolled through from top to bottom. */
export async function measureScroll(which: 'ours' | 'plain', rows: readonly Row[]): Promise<number> {
  const { root, place } = show(which, rows);
  while (!place.textContent?.includes(rows[0]?.id ?? '')) await frame();
  const scroller = place.querySelector<HTMLElement>('[role=grid]');
  if (!scroller) throw new Error('The table has no scroller');
  const frames = 240;
  const step = (scroller.scrollHeight - HEIGHT) / frames;
  let late = 0;
  let last = await frame();
  for (let n = 1; n <= frames; n += 1) {
    scroller.scrollTop = n * step;
    const now = await frame();
    if (now - last > LATE_MS) late += 1;
    last = now;
  }
  root.unmount();
  place.remove();
  // One frame in a hundred is the resolution: without the floor a ratio against zero says nothing.
  return Math.max(1, (late / frames) * 100);
}
