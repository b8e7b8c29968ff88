// One step of a check or a test run, with its time.

/** Says what begins and how it ended. What the work collected as `output` is shown where it failed. */
export async function step(title, work) {
  const started = Date.now();
  console.log(`▸ ${title}`);
  const result = await work();
  const time = `${((Date.now() - started) / 1000).toFixed(1)} s`;
  if (result.code !== 0 && result.output) console.log(result.output.trimEnd());
  console.log(result.code === 0 ? `  ${title}: done in ${time}` : `  ${title}: FAILED after ${time}`);
  return result;
}
