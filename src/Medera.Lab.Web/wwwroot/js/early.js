// A page comes as the server's text before it is alive, and then its fields are replaced by living ones. Who typed in between loses
// nothing: the new field gets the text as if it had been typed there, and the caret.

// Not the scan box: what it heard before it was ready may be a part of a code.
const fields = 'main :is(input:not([type=password], [type=hidden], [type=file]), textarea, select):not(.scan *)';

/** A living field that is not there so long after its forerunner went, in milliseconds, is another one. */
const patience = 10_000;

let served = new Set();
let focused = null;
let watcher = null;

/** Begins anew with the fields that the server sent. */
export function keepTyped() {
  const named = [...document.querySelectorAll(fields)].filter(field => nameOf(field) !== null);
  served = new Set(named.map(field => ({ field, name: nameOf(field), typed: wasTyped(field), at: location.href })));
  watcher ??= new MutationObserver(replaced);
  watcher.disconnect();
  if (served.size > 0) watcher.observe(document.body, { childList: true, subtree: true });
}

document.addEventListener('input', e => { for (const one of served) if (one.field === e.target) one.typed = true; }, true);
document.addEventListener('focusin', e => { focused = e.target; });

// A draft that the server sent is no typing; what was typed before this script came is.
const wasTyped = field => field.matches('input:not([type=checkbox], [type=radio]), textarea') && field.value !== field.defaultValue;

// Radio buttons of one question share a name and differ in their value.
function nameOf(field) {
  if (field.id) return `#${CSS.escape(field.id)}`;
  return field.name && field.matches('[type=radio], [type=checkbox]')
    ? `[name="${CSS.escape(field.name)}"][value="${CSS.escape(field.value)}"]`
    : null;
}

function replaced() {
  for (const one of served) {
    if (one.field.isConnected) continue;
    one.gone ??= performance.now();
    if (one.at !== location.href || performance.now() - one.gone > patience) served.delete(one);
    else if (document.querySelector(`main ${one.name}`)) handOver(one);
  }
  if (served.size === 0) watcher.disconnect();
}

function handOver(one) {
  served.delete(one);
  const alive = document.querySelector(`main ${one.name}`);
  if (focused === one.field && document.activeElement === document.body) alive.focus({ preventScroll: true });
  if (!one.typed) return;
  if (alive.matches('[type=radio], [type=checkbox]')) alive.checked = one.field.checked;
  else alive.value = one.field.value;
  if (alive.matches('textarea, input:not([type])')) alive.setSelectionRange(alive.value.length, alive.value.length);
  const tell = () => alive.dispatchEvent(new Event('change', { bubbles: true }));
  // Who still writes there is not answered yet: the answer would put the old text back.
  if (document.activeElement === alive) alive.addEventListener('blur', tell, { once: true });
  else setTimeout(tell);
}
