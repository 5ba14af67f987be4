// Whose scans this device keeps, and what the desk's clock says: told by the page while there is a server, remembered for the page
// without one. Nobody is remembered longer than a sign-in lasts, nor after signing out.

const name = 'lab.owner';

/** A sign-in ends after so many hours. */
const lasts = 12 * 3600 * 1000;

/**
 * { person, account, station, place, ahead, minutes, until }: `ahead` is how far the desk's clock is ahead of the device's, in
 * milliseconds, `minutes` the laboratory's offset from UTC. From an element that says it, or else from memory; null for nobody.
 */
export function ownerOf(element) {
  const told = element.dataset;
  if (!told.person) return remembered();
  const owner = {
    person: told.person, account: told.account, station: told.station, place: told.place, minutes: Number(told.minutes),
    ahead: Date.parse(told.now) - Date.now(), until: Date.now() + lasts,
  };
  try { localStorage.setItem(name, JSON.stringify(owner)); } catch { /* Full: then the page without a server knows nobody. */ }
  return owner;
}

function remembered() {
  try {
    const owner = JSON.parse(localStorage.getItem(name));
    return typeof owner?.person === 'string' && owner.until > Date.now() ? owner : null;
  } catch {
    return null;
  }
}

export function forgetOwner() { localStorage.removeItem(name); }

/** Now, in milliseconds, as the desk's clock has it. */
export const deskNow = owner => Date.now() + (owner.ahead || 0);

/** 10:42:07 in the laboratory's zone. */
export const clockOf = (at, owner, digits = 8) =>
  new Date(Date.parse(at) + (owner.minutes || 0) * 60000).toISOString().slice(11, 11 + digits);
