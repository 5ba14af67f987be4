// Typing a code is for what cannot be scanned: a dialog asks for the whole code with its check character, and for the reason.

/** Gives a box its dialog, where it has one. `take(text, source)` gets what was typed; the source says why: "typed:scanner-broken". */
export function attachTyping(box, take) {
  const dialog = box.querySelector('dialog[data-typing]');
  const button = box.querySelector('[data-type]');
  if (!dialog) return { ask: null, detach() {} };
  const form = dialog.querySelector('form');

  function ask(text) {
    form.reset();
    form.elements.code.value = text;
    if (!dialog.open) dialog.showModal();
    form.elements[text === '' ? 'code' : 'why'].focus();
  }

  function send(e) {
    e.preventDefault();
    dialog.close();
    take(form.elements.code.value, `typed:${form.elements.why.value}`);
  }

  const open = () => ask('');
  const close = () => dialog.close();
  const cancel = dialog.querySelector('[data-cancel]');
  button.addEventListener('click', open);
  cancel.addEventListener('click', close);
  form.addEventListener('submit', send);
  return {
    ask,
    detach() {
      button.removeEventListener('click', open);
      cancel.removeEventListener('click', close);
      form.removeEventListener('submit', send);
    },
  };
}
