// The circuit's states as Blazor reports them, put before the person and told to the rest of the page.

import { lastConfirmed, setCircuit } from '../js/circuit.js';

const block = document.getElementById('components-reconnect-modal');
const button = block.querySelector('button');

block.addEventListener('components-reconnect-state-changed', e => {
  switch (e.detail.state) {
    case 'show':
    case 'retrying':
    case 'paused':
      down(false);
      break;
    case 'failed':
    case 'resume-failed':
      down(true);
      document.addEventListener('lab:answered', retry);
      document.addEventListener('visibilitychange', whenSeen);
      break;
    case 'rejected':
      // The server answers but knows this circuit no more: what was recorded is safe there, the page starts anew.
      location.reload();
      break;
    case 'hide':
      document.removeEventListener('visibilitychange', whenSeen);
      document.removeEventListener('lab:answered', retry);
      block.close();
      setCircuit('up');
      break;
  }
});

// A fault ends the circuit without a word about the connection: a scan box that still said Ready would lie.
const dead = document.getElementById('blazor-error-ui');
new MutationObserver(() => {
  if (dead.style.display === 'block') setCircuit('down');
}).observe(dead, { attributes: true, attributeFilter: ['style'] });

// Escape would uncover a page that does not answer.
block.addEventListener('cancel', e => e.preventDefault());
button.addEventListener('click', retry);
document.addEventListener('lab:retry', retry);

function down(failed) {
  const last = lastConfirmed();
  block.classList.toggle('failed', failed);
  block.querySelector('.reconnect__last').hidden = !last;
  block.querySelector('.reconnect__none').hidden = !!last;
  if (last) {
    const at = last.at.toLocaleTimeString('en-GB');
    block.querySelector('.reconnect__scan').textContent = `${last.text} · ${at}`;
  }
  // Where scans are kept the page goes on working, and says so itself.
  if (!block.open && !document.querySelector('[data-keeps]')) block.showModal();
  setCircuit('down');
}

async function retry() {
  if (button.disabled) return;
  button.disabled = true;
  try {
    // False: the server was reached and refused this circuit. An error: it was not reached.
    if (!await Blazor.reconnect()) location.reload();
  } catch {
    down(true);
  } finally {
    button.disabled = false;
  }
}

function whenSeen() {
  if (document.visibilityState === 'visible') retry();
}
