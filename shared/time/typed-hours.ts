/** Hours as people type them with a unit: `2.5h`, `2,5h`, `1h30`, `90m`, `1:30`. Undefined where a word is none of these. */
export function readHours(word: string): number | undefined {
  const clock = /^(\d{1,2}):([0-5]\d)h?$/u.exec(word);
  if (clock) return hundredth(Number(clock[1]) + Number(clock[2]) / 60);
  const text = word.toLowerCase();
  const hours = /^(\d{1,2}(?:[.,]\d{1,2})?)h(?:rs?|ours?)?$/u.exec(text);
  if (hours) return hundredth(decimal(hours[1]));
  const both = /^(\d{1,2})h([0-5]?\d)m?(?:in)?$/u.exec(text);
  if (both) return hundredth(Number(both[1]) + Number(both[2]) / 60);
  const minutes = /^(\d{1,4})m(?:in)?$/u.exec(text);
  return minutes ? hundredth(Number(minutes[1]) / 60) : undefined;
}

/** Hours as they are typed into a cell that holds nothing else: `7.5` and `7,5` as well, and nothing for none. */
export function readCell(text: string): number | undefined {
  const typed = text.trim();
  if (typed === '') return 0;
  const bare = /^\d{1,2}(?:[.,]\d{1,2})?$|^[.,]\d{1,2}$/u.test(typed) ? hundredth(decimal(typed)) : readHours(typed.replace(/\s+/gu, ''));
  return bare !== undefined && bare <= 24 ? bare : undefined;
}

const decimal = (text = ''): number => Number(text.replace(',', '.'));
const hundredth = (hours: number): number => Math.round(hours * 100) / 100;
