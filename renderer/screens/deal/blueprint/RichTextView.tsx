import { Fragment, type MouseEvent, type ReactNode } from 'react';
import { parseRichText, type RichBlock } from '#shared/blueprint/rich-text';
import type { Run, Runs } from '#shared/document/document';
import { platform } from '../../../platform/current-platform';
import classes from './RichText.module.css';

/** Formatted text to read, made of elements and never of markup. */
export function RichTextView({ text }: { readonly text: string }) {
  return (
    <div className={classes.text}>
      {parseRichText(text).map((block, at) => (
        <Fragment key={at}>{blockOf(block)}</Fragment>
      ))}
    </div>
  );
}

/** Headings of a text stand below the heading of its section. */
const HEADINGS = { 1: 'h4', 2: 'h5', 3: 'h6' } as const;

function blockOf(block: RichBlock): ReactNode {
  switch (block.kind) {
    case 'heading': {
      const Heading = HEADINGS[block.level];
      return (
        <Heading>
          <Words runs={block.runs} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Words runs={block.runs} />
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, at) => (
            <li key={at}>
              <Words runs={item} />
            </li>
          ))}
        </List>
      );
    }
    case 'quote':
      return (
        <blockquote>
          {block.paragraphs.map((paragraph, at) => (
            <p key={at}>
              <Words runs={paragraph} />
            </p>
          ))}
        </blockquote>
      );
  }
}

const Words = ({ runs }: { readonly runs: Runs }): ReactNode => runs.map((run, at) => <Fragment key={at}>{styled(run)}</Fragment>);

function styled({ text, bold, italic, code, link }: Run): ReactNode {
  let words: ReactNode = text;
  if (code) words = <code>{words}</code>;
  if (italic) words = <em>{words}</em>;
  if (bold) words = <strong>{words}</strong>;
  return link === undefined ? words : <Outside link={link}>{words}</Outside>;
}

/** An address opens outside of the app, as every one does. */
function Outside({ link, children }: { readonly link: string; readonly children: ReactNode }) {
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    void platform.openExternal(link);
  };
  return (
    <a href={link} title={link} rel="noreferrer noopener" onClick={open}>
      {children}
    </a>
  );
}
