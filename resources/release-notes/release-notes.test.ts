import { describe, expect, it } from 'vitest';
import facts from '../../package.json' with { type: 'json' };
import { hasNews, pointsOf, RELEASE_NOTES } from './release-notes';

describe('the notes of a version', () => {
  it('are there for the version that is built, which stands first', () => {
    expect(RELEASE_NOTES[0]?.version).toBe(facts.version);
    expect(pointsOf(facts.version, 'en').length).toBeGreaterThan(0);
  });

  it('say as much in German as in English, and each version once', () => {
    for (const { version, points } of RELEASE_NOTES) expect(points.de.length, version).toBe(points.en.length);
    expect(new Set(RELEASE_NOTES.map(({ version }) => version)).size).toBe(RELEASE_NOTES.length);
    expect(pointsOf(facts.version, 'de')).not.toEqual(pointsOf(facts.version, 'en'));
    expect(pointsOf(facts.version, 'fr')).toEqual(pointsOf(facts.version, 'en'));
  });

  it('are news after an update from 0.1.0 to 0.2.0, and neither at the first start nor at the next', () => {
    const notes = [{ version: '0.2.0', points: { en: ['Faster search.'], de: ['Schnellere Suche.'] } }];
    expect(hasNews('0.1.0', '0.2.0', notes)).toBe(true);
    expect(hasNews(undefined, '0.2.0', notes)).toBe(false);
    expect(hasNews('0.2.0', '0.2.0', notes)).toBe(false);
    expect(hasNews('0.2.0', '0.2.1', notes)).toBe(false);
  });
});
