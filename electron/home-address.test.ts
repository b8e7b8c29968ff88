import { describe, expect, it } from 'vitest';
import { isAtHome, mayUseBridge } from './home-address';

const HOME = 'app://throughline/';

describe('home', () => {
  it.each(['app://throughline/', 'app://throughline/deals/01J8ZC?x#y'])('%s is the app', (url) => expect(isAtHome(url, HOME)).toBe(true));

  it.each(['app://other/', 'https://throughline/', 'file:///throughline/', 'about:srcdoc', 'data:text/html,x', 'not an address', ''])(
    '%s is not',
    (url) => expect(isAtHome(url, HOME)).toBe(false),
  );

  it('under the development server another port is a stranger', () => {
    expect(isAtHome('http://localhost:5173/deals', 'http://localhost:5173')).toBe(true);
    expect(isAtHome('http://localhost:5174/', 'http://localhost:5173')).toBe(false);
  });
});

describe('the bridge', () => {
  const top = { parent: null, url: 'app://throughline/pipeline' };

  it('hears the top frame of the app only', () => {
    expect(mayUseBridge(top, HOME)).toBe(true);
    expect(mayUseBridge({ ...top, url: 'https://evil.example/' }, HOME)).toBe(false);
    expect(mayUseBridge(null, HOME)).toBe(false);
  });

  it('does not hear a frame inside the app', () => {
    const inner = { url: 'app://throughline/', parent: top } as unknown as Parameters<typeof mayUseBridge>[0];
    expect(mayUseBridge(inner, HOME)).toBe(false);
  });
});
