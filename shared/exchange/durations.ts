import { err, ok, type Result } from '../values/result';
import { t } from '../values/texts';

const CLOCK = /^(\d{1,4}):([0-5]?\d)(?::([0-5]?\d)(?:[.,]\d+)?)?$/;
const WORDS =
  /^(?:(\d+(?:[.,]\d+)?)\s*(?:h|hrs?|hours?|std\.?|stunden)\s*)?(?:(\d+)\s*(?:m|min|mins|minutes?|minuten)\s*)?(?:(\d+)\s*(?:s|sec|secs|seconds?))?$/i;
const DECIMAL = /^(\d+)(?:[.,](\d+))?$/;

/**
 * The hours in a cell: `1:30:00`, `1:30`, `1.5`, `1,5`, `1h 30m`, `90 min`. A single sign is a decimal sign whatever the
 * language of the file, because nobody logs a thousand hours in one entry. Rounded to a millionth of an hour, so that three
 * times twenty minutes are an hour.
 */
export function parseHours(cell: string): Result<number, string> {
  const text = cell.trim();
  const hours = clockHours(text) ?? decimalHours(text) ?? wordHours(text);
  if (hours === undefined || !Number.isFinite(hours)) return err(t('“{{text}}” is not a number of hours.', { text }));
  if (hours > 24) return err(t('An entry holds at most the 24 hours of its day, not “{{text}}”.', { text }));
  if (hours <= 0) return err(t('“{{text}}” is no time.', { text }));
  return ok(Math.round(hours * 1e6) / 1e6);
}

function clockHours(text: string): number | undefined {
  const [whole, hours, minutes, seconds = '0'] = CLOCK.exec(text) ?? [];
  return whole === undefined ? undefined : Number(hours) + Number(minutes) / 60 + Number(seconds) / 3600;
}

function decimalHours(text: string): number | undefined {
  const [found, whole, fraction = '0'] = DECIMAL.exec(text) ?? [];
  return found === undefined ? undefined : Number(`${whole}.${fraction}`);
}

function wordHours(text: string): number | undefined {
  const [found, hours = '0', minutes = '0', seconds = '0'] = WORDS.exec(text) ?? [];
  if (!found) return undefined;
  return Number(hours.replace(',', '.')) + Number(minutes) / 60 + Number(seconds) / 3600;
}
