// Three answers and a tick that can be told apart in a noisy room, made here: no file is fetched. Whether a device sounds is the
// choice of whoever works with it; the ward is silent until somebody asks for sound there.

let audio = null;

const plans = {
  tick: { type: 'sine', loud: .04, notes: [[1400, .015]] },
  accepted: { type: 'sine', loud: .12, notes: [[880, .09]] },
  warning: { type: 'sine', loud: .12, notes: [[660, .12], [660, .12]] },
  refused: { type: 'square', loud: .12, notes: [[196, .22], [147, .32]] },
};

const nameOf = ward => ward ? 'lab.sound.ward' : 'lab.sound';

export const sounds = ward => (localStorage.getItem(nameOf(ward)) ?? (ward ? 'off' : 'on')) === 'on';

export const setSounds = (ward, on) => localStorage.setItem(nameOf(ward), on ? 'on' : 'off');

export function play(tone) {
  try {
    audio ??= new AudioContext();
    const plan = plans[tone];
    let at = audio.currentTime;
    for (const [frequency, length] of plan.notes) {
      const oscillator = audio.createOscillator();
      const volume = audio.createGain();
      oscillator.type = plan.type;
      oscillator.frequency.value = frequency;
      volume.gain.setValueAtTime(plan.loud, at);
      volume.gain.exponentialRampToValueAtTime(.001, at + length);
      oscillator.connect(volume).connect(audio.destination);
      oscillator.start(at);
      oscillator.stop(at + length);
      at += length + .05;
    }
    if (tone !== 'tick') navigator.vibrate?.(tone === 'refused' ? [120, 60, 240] : 40);
  } catch {
    // No sound is to be had; the words on the screen say the same.
  }
}
