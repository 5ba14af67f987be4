// The browser's own modal: what lies under it is inert, focus comes back on closing.

export function open(dialog) {
  if (!dialog.open) dialog.showModal();
  dialog.addEventListener('cancel', refuse);
  dialog.addEventListener('keydown', noDefault);
  dialog.querySelector('#sign-reason, #sign-password')?.focus();
}

export function close(dialog) {
  dialog.removeEventListener('cancel', refuse);
  dialog.removeEventListener('keydown', noDefault);
  if (dialog.open) dialog.close();
}

// Escape presses the cancel button, so that the server knows too; the dialog never closes by itself.
function refuse(e) {
  e.preventDefault();
  e.currentTarget.querySelector('.dialog__foot .btn')?.click();
}

// A scanner ends with Enter: in a field it must not sign, and there is no form that would.
function noDefault(e) {
  if (e.key === 'Enter' && e.target.tagName === 'INPUT') e.preventDefault();
}
