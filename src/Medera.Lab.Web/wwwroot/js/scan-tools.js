// What stands below the scan box: sound on this device, a serial scanner, the camera. What they read goes the box's own way.

import { hasSerial, openSerial } from './serial.js';
import { setSounds, sounds } from './sounds.js';

const press = (button, on) => button?.setAttribute('aria-pressed', String(on));

/** Gives the buttons of a box their work. `take(text, source)` gets each read, `partial(text)` hears of half a one. */
export function attachTools(box, ward, take, partial) {
  const soundButton = box.querySelector('[data-sound]');
  const serial = attachSerial(box.querySelector('[data-serial]'), take, partial);
  const camera = attachCamera(box.querySelector('[data-camera]'), box.querySelector('.camera'), take);

  function turnSound() {
    setSounds(ward, !sounds(ward));
    press(soundButton, sounds(ward));
  }

  soundButton.addEventListener('click', turnSound);
  press(soundButton, sounds(ward));
  return {
    detach() {
      soundButton.removeEventListener('click', turnSound);
      serial();
      camera();
    },
  };
}

// A scanner that was allowed before is opened at once; the browser asks only when the button is pressed.
function attachSerial(button, take, partial) {
  if (!hasSerial()) return () => {};
  let close = null;
  let opening = false;
  let gone = false;

  async function connect(ask) {
    if (opening) return;
    if (close) return close();
    opening = true;
    const opened = await openSerial({ ask, taken: text => take(text, 'serial'), partial, closed });
    opening = false;
    if (gone) return opened?.();
    close = opened;
    press(button, close !== null);
  }

  function closed() {
    close = null;
    press(button, false);
  }

  const ask = () => connect(true);
  button.hidden = false;
  button.addEventListener('click', ask);
  connect(false);
  return () => {
    gone = true;
    button.removeEventListener('click', ask);
    close?.();
  };
}

// Without the camera's reader there is no button.
function attachCamera(button, frame, take) {
  if (!button) return () => {};
  let close = null;
  let opening = false;
  let gone = false;

  async function turn() {
    if (opening) return;
    if (close) {
      close();
      close = null;
    } else {
      opening = true;
      const { openCamera } = await import('./camera.js');
      opening = false;
      if (gone) return;
      close = openCamera(frame, text => take(text, 'camera'));
    }
    frame.hidden = close === null;
    press(button, close !== null);
  }

  button.addEventListener('click', turn);
  return () => {
    gone = true;
    button.removeEventListener('click', turn);
    close?.();
  };
}
