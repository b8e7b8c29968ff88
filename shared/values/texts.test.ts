import { afterEach, describe, expect, it } from 'vitest';
import { speak, spokenLocale, t } from './texts';

const ENGLISH = { language: 'en', locale: 'en', messages: {} };
afterEach(() => speak(ENGLISH));

const german = {
  Save: 'Sichern',
  '{{name}} was saved.': '{{name}} wurde gesichert.',
  '{{count}} deals_one': '{{count}} Auftrag',
  '{{count}} deals_other': '{{count}} Aufträge',
};

describe('texts', () => {
  it('are English where nobody said otherwise', () => {
    expect(t('Save')).toBe('Save');
    expect(t('{{name}} was saved.', { name: 'Offer.docx' })).toBe('Offer.docx was saved.');
  });

  it('come in the language that is spoken, values where it has them', () => {
    speak({ language: 'de', locale: 'de-AT', messages: german });
    expect(t('Save')).toBe('Sichern');
    expect(t('{{name}} was saved.', { name: 'Angebot.docx' })).toBe('Angebot.docx wurde gesichert.');
    expect(spokenLocale()).toBe('de-AT');
  });

  it('count one and many', () => {
    speak({ language: 'de', locale: 'de', messages: german });
    expect(t('{{count}} deals', { count: 1 })).toBe('1 Auftrag');
    expect(t('{{count}} deals', { count: 3 })).toBe('3 Aufträge');
  });

  it('stay English where the translation is missing', () => {
    speak({ language: 'de', locale: 'de', messages: german });
    expect(t('Archive')).toBe('Archive');
    expect(t('{{name}} is archived', { name: 'Relaunch' })).toBe('Relaunch is archived');
  });

  it('put values in as they are: names are no markup and no messages', () => {
    expect(t('{{name}} was saved.', { name: '<b>{{Save}}</b> $t(Save)' })).toBe('<b>{{Save}}</b> $t(Save) was saved.');
  });
});
