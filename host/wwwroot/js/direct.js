// Live without reload: when the server says that what the page shows has changed, fetch the page again and merge its
// [data-direct] regions. What a person is typing, where the focus is and which panels are open are never touched.
let source;
let topic;

// How the subjects of the page stood when it was read, then as the stream last said.
let known;
let pressed = false;

// Between the press of a button and its click nothing moves: the click would be lost, or hit its neighbour.
for (const name of ['pointerdown', 'pointerup', 'pointercancel'])
  document.addEventListener(name, () => { if (name === 'pointerdown') pressed = true; else setTimeout(() => { pressed = false; }); }, true);
const released = async () => { while (pressed) await new Promise((done) => setTimeout(done, 50)); };

export function rafraichirEnDirect() {
  const page = document.querySelector('[data-sujet]');
  const wanted = page?.dataset.sujet;
  if (wanted === topic) {
    if (wanted && page.dataset.etat !== known) refresh();
    return;
  }
  source?.close();
  topic = wanted;
  known = page?.dataset.etat;
  if (!wanted) return;
  source = new EventSource(wanted);
  source.addEventListener('etat', (event) => { if (known !== event.data) refresh(); known = event.data; });
  source.addEventListener('changement', (event) => { known = event.data; refresh(); });
}

async function refresh() {
  const url = location.href;
  const answer = await fetch(url, { headers: { 'X-Direct': '1' }, redirect: 'error' }).catch(() => null);
  if (url !== location.href) return refresh();
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  await released();
  if (url !== location.href) return refresh();
  const focused = document.activeElement;
  for (const region of document.querySelectorAll('[data-direct]')) {
    const update = fresh.getElementById(region.id);
    if (update) merge(region, update);
  }
  // A row that was moved has lost the focus on its way.
  if (document.activeElement !== focused && focused?.isConnected) focused.focus({ preventScroll: true });
}

const field = (node) => node.matches?.('input:not([type=hidden]), textarea, select');
const dirty = (node) => field(node) && (node === document.activeElement || node.value !== (node.defaultValue ?? node.value) || node.checked !== (node.defaultChecked ?? node.checked));
const busy = (node) => node.nodeType === 1 && (dirty(node) || [...node.querySelectorAll('input, textarea, select')].some(dirty));
const sameKind = (a, b) => a.nodeType === b.nodeType && a.nodeName === b.nodeName && (a.id ?? '') === (b.id ?? '');

function merge(old, fresh) {
  if (old.nodeType === 3) {
    if (old.data !== fresh.data) old.data = fresh.data;
    return;
  }
  if (old.nodeType !== 1 || dirty(old) || old.ariaBusy === 'true') return;
  attributes(old, fresh);
  children(old, fresh);
}

function attributes(old, fresh) {
  const kept = old.matches('details') ? ['open'] : old.hasAttribute('data-ligne') ? ['class', 'tabindex'] : [];
  for (const { name } of [...old.attributes])
    if (!fresh.hasAttribute(name) && !kept.includes(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes)
    if (old.getAttribute(name) !== value && !kept.includes(name)) old.setAttribute(name, value);
}

function children(old, fresh) {
  const named = new Map([...old.children].filter((c) => c.id).map((c) => [c.id, c]));
  let place = old.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    const match = wanted.id ? named.get(wanted.id) : place && sameKind(place, wanted) ? place : null;
    if (match && sameKind(match, wanted)) {
      if (match !== place) old.insertBefore(match, place);
      merge(match, wanted);
      place = match.nextSibling;
    } else {
      old.insertBefore(document.importNode(wanted, true), place);
    }
  }
  while (place) {
    const next = place.nextSibling;
    // A row that left the list stays while somebody types in it; the server says at the next act what became of it.
    if (!busy(place)) place.remove();
    place = next;
  }
}
