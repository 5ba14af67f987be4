// How the scanner of a station is set up, as the calibration sheet found it. It is kept in this browser, because the scanner
// hangs on this computer: another tablet at the same station has a scanner of its own.

import { plainScanner } from './keys.js';

const nameOf = station => `lab.scanner.${station}`;

/** The profile of a station on this device; without one, that of a plain scanner. What is kept is a stranger's text. */
export function profileOf(station) {
  try {
    const kept = JSON.parse(localStorage.getItem(nameOf(station)));
    const known = Object.entries(plainScanner).map(([key, plain]) => [key, typeof kept?.[key] === 'string' ? kept[key] : plain]);
    return Object.fromEntries(known);
  } catch {
    return plainScanner;
  }
}

export const isCalibrated = station => localStorage.getItem(nameOf(station)) !== null;

export const keepProfile = (station, profile) => localStorage.setItem(nameOf(station), JSON.stringify(profile));

export const forgetProfile = station => localStorage.removeItem(nameOf(station));
