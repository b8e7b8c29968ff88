// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MomentText } from './MomentText';

type MakeWords = Parameters<typeof MomentText>[0]['onMake'];

const CALL = 'She needs the portal before Easter. We will train twelve people at no extra cost.';

beforeEach(() => {
  // What jsdom leaves out, for want of a layout.
  Range.prototype.getBoundingClientRect = () => new DOMRect();
  Element.prototype.scrollIntoView = () => undefined;
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('keys that come faster than the page tells of the selection step on all the same', () => {
  const make = vi.fn<MakeWords>();
  render(
    <MantineProvider>
      <MemoryRouter>
        <MomentText text={CALL} label="Text" made={[]} onMake={make} />
      </MemoryRouter>
    </MantineProvider>,
  );
  const text = screen.getByRole('document', { name: 'Text' });
  fireEvent.keyDown(text, { key: 'ArrowDown' });
  fireEvent.keyDown(text, { key: 'ArrowDown' });
  fireEvent.keyDown(text, { key: '1' });
  expect(make).toHaveBeenCalledWith('commitment', { start: CALL.indexOf('We will'), end: CALL.length });
});
