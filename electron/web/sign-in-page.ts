/** What a browser without a session sees. Self-contained: before signing in no other file is served. */
export function signInPage(used: boolean): string {
  const what = used
    ? 'The address you used was opened before, or belongs to an earlier start. Each one works once.'
    : 'This browser has not been let in yet.';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>Throughline</title>
<style>
  :root { color-scheme: light dark }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 15px/1.55 Inter, system-ui, sans-serif; background: light-dark(#f7f8f8, #14181a); color: light-dark(#1b2528, #e6ecec) }
  main { max-width: 30rem; margin: 1.5rem; padding: 2rem; border: 1px solid light-dark(#dde3e3, #2d3638); border-radius: 8px; background: light-dark(#fff, #1b2123) }
  h1 { margin: 0 0 .75rem; font-size: 1.25rem } p { margin: 0 0 .75rem } p:last-child { margin: 0; color: light-dark(#5b6b6e, #9aabad) }
  code { font: .9em ui-monospace, monospace; padding: .1em .35em; border-radius: 4px; background: light-dark(#eef2f2, #273032) }
</style>
</head>
<body><main>
<h1>Open the address that Throughline printed</h1>
<p>${what}</p>
<p>Look in the terminal where Throughline was started and open the address that ends in <code>?token=…</code>. If it is gone, run <code>npm start</code> once more: it finds the running app and opens a new address.</p>
<p>Your data is safe: it is kept in the browser in which you worked before.</p>
</main></body></html>`;
}
