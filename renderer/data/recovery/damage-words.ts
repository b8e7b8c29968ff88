import type { Problem } from '../problems';
import type { Damage } from './damage';

/** What the banner says. Which devices and places they are stands on the screen that it leads to. */
export function damageProblem({ missing, files }: Pick<Damage, 'missing' | 'files'>): Problem {
  const changes = missing.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const what = [
    ...(changes > 0 ? [changes === 1 ? 'One change' : `${changes} changes`] : []),
    ...(files.length > 0 ? [files.length === 1 ? 'one file' : `${files.length} files`] : []),
  ].join(' and ');
  const isOne = changes + files.length === 1;
  return {
    kind: 'page-unreadable',
    weight: 'obstacle',
    message: `${what.charAt(0).toUpperCase()}${what.slice(1)} of this workspace cannot be read on this computer, and ${isOne ? 'was' : 'were'} set aside. All other data is here.`,
    advice: 'Recovery says what is missing and how to get it back.',
  };
}

export const WHOLE_AGAIN: Problem = {
  kind: 'mended',
  weight: 'note',
  message: 'What was missing is here again: the workspace is whole.',
  advice: 'You need not do anything.',
};
