// The page without a server: the same scan box, and all that it reads is kept. As soon as the server answers, the application comes
// back, and sends.

import { attach } from '../Scanning/ScanBox.razor.js';
import { ownerOf } from './owner.js';

const longest = 513;

const place = document.querySelector('[data-keeps]');
const owner = ownerOf(place);

/** What the page was asked to be looked at with; the server says it in every other page. */
const theme = localStorage.getItem('lab.theme');
if (theme) document.documentElement.dataset.theme = theme;

if (owner) document.querySelector('[data-owner]').textContent =
  JSON.parse(place.dataset.texts).underName.replace('{0}', owner.account).replace('{1}', owner.place);

const box = document.querySelector('.scan');
if (owner) box.dataset.station = owner.station;
attach(box, null, longest, false);

// Once: a slow server is asked again meanwhile, and a second reload would begin the first one anew, for ever.
document.addEventListener('lab:answered', () => location.reload(), { once: true });
