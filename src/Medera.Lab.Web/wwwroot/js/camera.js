// The camera as a scanner: pictures go to a worker of this page and are read there, one at a time. What lies outside the sight is
// not read, so that the vial beside it is not taken for the one that is meant.

/** How much of the picture's width and height the sight takes; the style sheet draws the same. */
const sight = { wide: .8, high: .7 };

/** Every so many pictures one is looked at thoroughly. */
const thoroughEvery = 4;

/** A code that was read is read again only after it was away for so long, in milliseconds. */
const away = 2000;

/** Two reads of a linear code count together within so many milliseconds. */
const together = 1500;

/** Opens the camera in its frame. `taken(text)` gets each read. Gives a function that closes it. */
export function openCamera(frame, taken) {
  const video = frame.querySelector('video');
  const chooser = frame.querySelector('select');
  const torch = frame.querySelector('[data-torch]');
  const worker = new Worker(new URL('./camera-worker.js', import.meta.url), { type: 'module' });
  const judge = judging(taken, () => say('several'));
  let stream = null;
  let closed = false;
  let ready = false;
  let busy = false;
  let pictures = 0;

  const say = word => { frame.dataset.says = word; };

  worker.onmessage = ({ data }) => {
    if (data.failed) return say('failed');
    if (data.ready) {
      ready = true;
      return;
    }
    busy = false;
    if (closed) return;
    if (data.reads.length === 0) say('looking');
    judge(data.reads);
  };
  worker.onerror = () => say('failed');

  async function start(device) {
    stop();
    say('opening');
    try {
      const which = device ? { deviceId: { exact: device } } : { facingMode: 'environment' };
      const wanted = { width: { ideal: 1280 }, height: { ideal: 720 }, ...which };
      const opened = await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false });
      if (closed) return opened.getTracks().forEach(t => t.stop());
      stream = opened;
      video.srcObject = stream;
      await video.play();
    } catch (why) {
      return say(why.name === 'NotAllowedError' ? 'denied' : 'none');
    }
    say('looking');
    await offer();
    watch();
  }

  function stop() {
    stream?.getTracks().forEach(t => t.stop());
    stream = null;
  }

  // Names of cameras are told only to a page that has one open.
  async function offer() {
    const track = stream.getVideoTracks()[0];
    const cameras = (await navigator.mediaDevices.enumerateDevices()).filter(d => d.kind === 'videoinput');
    const here = track.getSettings().deviceId;
    chooser.replaceChildren(...cameras.map((c, i) => new Option(c.label || `${i + 1}`, c.deviceId, false, c.deviceId === here)));
    chooser.closest('.field').hidden = cameras.length < 2;
    torch.hidden = !track.getCapabilities?.().torch;
    torch.setAttribute('aria-pressed', 'false');
  }

  function watch() {
    const of = stream;
    video.requestVideoFrameCallback(async () => {
      if (closed || stream !== of) return;
      if (ready && !busy) await look();
      watch();
    });
  }

  async function look() {
    busy = true;
    if (pictures === 0) performance.mark('camera:first-picture');
    const [width, height] = [video.videoWidth * sight.wide, video.videoHeight * sight.high];
    const picture = await createImageBitmap(video, (video.videoWidth - width) / 2, (video.videoHeight - height) / 2, width, height);
    worker.postMessage({ picture, thorough: ++pictures % thoroughEvery === 0 }, [picture]);
  }

  async function light() {
    const on = torch.getAttribute('aria-pressed') !== 'true';
    await stream?.getVideoTracks()[0].applyConstraints({ advanced: [{ torch: on }] })
      .then(() => torch.setAttribute('aria-pressed', String(on)), () => {});
  }

  const choose = () => start(chooser.value);
  chooser.addEventListener('change', choose);
  torch.addEventListener('click', light);
  start(null);

  return () => {
    closed = true;
    stop();
    worker.terminate();
    video.srcObject = null;
    chooser.removeEventListener('change', choose);
    torch.removeEventListener('click', light);
  };
}

// A symbol with error correction counts when it was read once, a linear one when it was read twice alike. Two different codes in
// the sight are none: nobody can say which one is meant.
function judging(taken, several) {
  let before = { text: null, at: 0 };
  let held = { text: null, at: 0 };
  return reads => {
    const now = performance.now();
    const texts = new Set(reads.map(r => r.text));
    if (texts.size > 1) return several();
    if (texts.size === 0) return;
    const [{ text, linear }] = reads;
    const seenTwice = before.text === text && now - before.at <= together;
    before = { text, at: now };
    if (linear && !seenTwice) return;
    const stillThere = held.text === text && now - held.at < away;
    held = { text, at: now };
    if (stillThere) return;
    performance.mark('camera:read');
    taken(text);
  };
}
