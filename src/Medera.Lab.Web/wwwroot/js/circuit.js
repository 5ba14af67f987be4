// What the page knows of its circuit, in one place: the reconnect block tells it, the scan box and the status bar listen.
// html[data-circuit] is "up", "down", or absent on a page that needs no circuit.

let state = null;
let confirmed = null;

export function circuit() { return state; }

export function setCircuit(next) {
  const changed = state !== next;
  state = next;
  show();
  if (changed) document.dispatchEvent(new CustomEvent('lab:circuit', { detail: next }));
}

// The attribute is set again after an enhanced navigation: it merges the server's html element, which has none.
export function show() {
  if (state) document.documentElement.dataset.circuit = state;
}

export function confirmScan(text) { confirmed = { text, at: new Date() }; }

export function lastConfirmed() { return confirmed; }
