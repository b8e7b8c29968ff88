import { ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { useRef, type ReactNode } from 'react';
import { NODE_HEIGHT, NODE_WIDTH, positionOf } from '#shared/blueprint/geometry';
import type { Entry } from '#shared/ledger/entry';
import { isOfType, type Blueprint } from '#shared/records/registry';
import { useAddressState } from '../../../components/use-address-state';
import { BlueprintBar, Views } from './BlueprintBar';
import classes from './BlueprintDesk.module.css';
import { Canvas } from './Canvas';
import { DrawingTools } from './DrawingTools';
import { Outline } from './Outline';
import { EdgePanel, ManyPanel, NodePanel } from './PartPanel';
import { StandingPanel } from './StandingPanel';
import { TextView } from './TextView';
import { useApproved, useSince, type Approved } from './use-approved';
import type { Since } from './use-canvas-parts';
import { useClipboard } from './use-clipboard';
import { onlyChosen, useDrawing, type Drawing } from './use-drawing';

interface BlueprintDeskProps {
  readonly blueprint: Blueprint;
  readonly blueprints: readonly Blueprint[];
  readonly history: readonly Entry[];
}

/** One blueprint on the desk: drawn and written, with what is chosen or how it stands beside it. */
export function BlueprintDesk(props: BlueprintDeskProps) {
  return (
    <ReactFlowProvider>
      <Desk {...props} />
    </ReactFlowProvider>
  );
}

function Desk({ blueprint, blueprints, history }: BlueprintDeskProps) {
  const [address, change] = useAddressState();
  const drawing = useDrawing(blueprint);
  const approved = useApproved(blueprint, history);
  const since = useSince(approved);
  const view = address.get('view') === 'text' ? 'text' : 'drawing';
  const open = (id: string): void => {
    const isText = isOfType('blueprintSection', id);
    change({ view: isText ? 'text' : null });
    if (!isText) drawing.choose([id]);
  };
  const views = <Views drawing={drawing} view={view} onView={(next) => change({ view: next === 'text' ? 'text' : null })} />;
  return (
    <div className={classes.desk}>
      <BlueprintBar drawing={drawing} blueprints={blueprints} approved={approved} onOpen={(id) => change({ blueprint: id })} />
      {view === 'text' ? (
        <TextView blueprint={blueprint} sections={drawing.parts.sections} since={since} views={views}>
          <StandingPanel drawing={drawing} approved={approved} onOpen={open} />
        </TextView>
      ) : (
        <Drawn drawing={drawing} approved={approved} since={since} views={views} onOpen={open} />
      )}
    </div>
  );
}

interface DrawnProps {
  readonly drawing: Drawing;
  readonly approved: Approved | undefined;
  readonly since: Since;
  /** The switch between drawing and text. */
  readonly views: ReactNode;
  readonly onOpen: (id: string) => void;
}

function Drawn({ drawing, approved, since, views, onOpen }: DrawnProps) {
  const clipboard = useClipboard(drawing);
  const connectRef = useRef<HTMLInputElement>(null);
  const { fitView } = useReactFlow();
  const centre = useCentre(drawing);
  return (
    <>
      <div className={classes.tools}>
        <DrawingTools
          drawing={drawing}
          clipboard={clipboard}
          onLaidOut={() => requestAnimationFrame(() => void fitView({ padding: 0.08, maxZoom: 1 }))}
        />
        <span className={classes.space} />
        {views}
      </div>
      <div className={classes.drawn}>
        <Outline drawing={drawing} since={since} onConnect={() => connectRef.current?.focus()} onCentre={centre} />
        <div className={classes.canvas}>
          <Canvas drawing={drawing} since={since} />
        </div>
        <Beside drawing={drawing} approved={approved} connectRef={connectRef} onOpen={onOpen} />
      </div>
    </>
  );
}

function Beside({
  drawing,
  approved,
  connectRef,
  onOpen,
}: Omit<DrawnProps, 'since' | 'views'> & Pick<Parameters<typeof NodePanel>[0], 'connectRef'>) {
  const only = onlyChosen(drawing);
  if (drawing.chosen.size > 1) return <ManyPanel drawing={drawing} />;
  if (!only) return <StandingPanel drawing={drawing} approved={approved} onOpen={onOpen} />;
  if ('from' in only) return <EdgePanel key={only.id} drawing={drawing} edge={only} />;
  return <NodePanel key={only.id} drawing={drawing} node={only} connectRef={connectRef} />;
}

/** Brings a node into sight that is chosen in the outline and lies outside of what the canvas shows. */
function useCentre({ parts }: Drawing): (id: string) => void {
  const { setCenter, getZoom, getViewport } = useReactFlow();
  return (id) => {
    const edge = parts.edges.find((one) => one.id === id);
    const node = parts.nodes.find((one) => one.id === (edge?.from ?? id));
    const box = document.querySelector('.react-flow')?.getBoundingClientRect();
    if (!node || !box) return;
    const { x, y, zoom } = getViewport();
    const place = positionOf(node);
    const [left, top] = [place.x * zoom + x, place.y * zoom + y];
    const isSeen = left >= 0 && top >= 0 && left + NODE_WIDTH * zoom <= box.width && top + NODE_HEIGHT * zoom <= box.height;
    if (!isSeen) void setCenter(place.x + NODE_WIDTH / 2, place.y + NODE_HEIGHT / 2, { zoom: getZoom() });
  };
}
