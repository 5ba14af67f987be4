// Leads a page whose session has ended to the sign-in. A page that is being replaced already, because its own form signed somebody in or
// out, is left to where that leads; if it still stands a while later, it was not replaced, and is led away.

const patience = 10_000;
let leaving = 0;

addEventListener('beforeunload', () => { leaving = Date.now(); });

export function leave(address) {
  const still = leaving + patience - Date.now();
  if (still > 0) setTimeout(() => location.assign(address), still);
  else location.assign(address);
}

// The server calls it over the circuit.
window.medera = { leave };
