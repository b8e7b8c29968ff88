import { describe, expect, it } from 'vitest';
import { languageToSpeak, localeFor } from './language';

describe('which language is spoken', () => {
  it('the chosen one before that of the system', () => {
    expect(languageToSpeak('de', ['en-US'])).toBe('de');
    expect(languageToSpeak('fr', ['de-AT'])).toBe('de');
  });

  it('the first of the system that the program speaks, else English', () => {
    expect(languageToSpeak(undefined, ['fr-CH', 'de-CH', 'en'])).toBe('de');
    expect(languageToSpeak(undefined, ['fr-CH'])).toBe('en');
  });

  it('dates and money follow the region of the system where its language is spoken', () => {
    expect(localeFor('de', ['en-US', 'de-AT'])).toBe('de-AT');
    expect(localeFor('de', ['en-US'])).toBe('de');
    expect(localeFor('en', ['en-GB'])).toBe('en-GB');
  });
});
