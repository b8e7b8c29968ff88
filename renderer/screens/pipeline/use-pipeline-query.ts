import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';
import type { SortOrder } from '../../components/sort-rows';
import { usePipelineView } from '../../ui-state/pipeline-view';
import { filterOfQuery, type PipelineFilter, queryWithFilter } from './pipeline-filter';

export type PipelineShape = 'board' | 'table';

/** How the pipeline is looked at, kept in its address: it can be bookmarked, sent, and gone back to. */
export function usePipelineQuery() {
  const [query, setQuery] = useSearchParams();
  const { lastQuery, remember } = usePipelineView();

  const text = query.toString();
  // Only on the way in: an address emptied later was emptied by the person.
  const cameIn = useRef(false);
  useEffect(() => {
    if (cameIn.current) return;
    cameIn.current = true;
    if (text === '' && lastQuery !== '') setQuery(new URLSearchParams(lastQuery), { replace: true });
  }, [text, lastQuery, setQuery]);

  const put = useCallback(
    (change: (was: URLSearchParams) => URLSearchParams) =>
      setQuery(
        (was) => {
          const next = change(new URLSearchParams(was));
          remember(lasting(next));
          return next;
        },
        { replace: true },
      ),
    [setQuery, remember],
  );
  const setFilter = useCallback((filter: PipelineFilter) => put((was) => queryWithFilter(was, filter)), [put]);
  const setShape = useCallback((shape: PipelineShape) => put((was) => withValue(was, 'view', shape === 'table' ? 'table' : '')), [put]);
  const setOrder = useCallback(
    (order: SortOrder | undefined) => put((was) => withValue(was, 'sort', order ? `${order.by}.${order.direction}` : '')),
    [put],
  );

  return useMemo(
    () => ({
      filter: filterOfQuery(query),
      shape: shapeOf(query.get('view')),
      order: orderOf(query.get('sort')),
      setFilter,
      setShape,
      setOrder,
    }),
    [query, setFilter, setShape, setOrder],
  );
}

/** Dialogs are asked for by the address too, but not to be opened again. */
function lasting(query: URLSearchParams): string {
  const kept = new URLSearchParams(query);
  kept.delete('new');
  kept.delete('for');
  return kept.toString();
}

function withValue(query: URLSearchParams, name: string, value: string): URLSearchParams {
  if (value) query.set(name, value);
  else query.delete(name);
  return query;
}

function shapeOf(text: string | null): PipelineShape {
  return text === 'table' ? 'table' : 'board';
}

function orderOf(text: string | null): SortOrder | undefined {
  const [, by, direction] = /^(\w+)\.(up|down)$/.exec(text ?? '') ?? [];
  return by && (direction === 'up' || direction === 'down') ? { by, direction } : undefined;
}
