// J and K walk the rows, Entrée does the row's main act, ? shows the keys. They can be switched off (WCAG 2.1.4).
const store = 'parcours-raccourcis';
const enabled = () => localStorage.getItem(store) !== 'non';
const rows = () => [...document.querySelectorAll('[data-ligne]')];

function select(row) {
  rows().forEach((r) => r.classList.toggle('courante', r === row));
  row.setAttribute('tabindex', '-1');
  row.focus();
  row.scrollIntoView({ block: 'nearest' });
}

let left;

// The row that was acted on is gone when the list comes back: the next one takes its place, so that J and K go on from there.
export function reprendreLigne() {
  const at = left;
  left = undefined;
  const kept = document.activeElement === document.body || document.activeElement.closest('[data-ligne]');
  if (at === undefined || !kept) return;
  const all = rows();
  if (all.length) select(all[Math.min(at, all.length - 1)]);
}

function move(step) {
  const all = rows();
  const at = all.findIndex((r) => r.classList.contains('courante'));
  const next = all[Math.min(Math.max(at + step, 0), all.length - 1)];
  if (next) select(next);
}

export function brancherClavier() {
  document.addEventListener('change', (event) => {
    if (event.target.id === 'raccourcis-actifs') localStorage.setItem(store, event.target.checked ? 'oui' : 'non');
  });
  document.addEventListener('submit', (event) => {
    const row = event.target.closest('[data-ligne]');
    left = row ? rows().indexOf(row) : undefined;
  });
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('dialog[open], :is(input, textarea, select):not(dialog *)')) return;
    // A key that is held does not act on the next row.
    if (event.repeat && event.key === 'Enter') return event.preventDefault();
    if (event.key === '?') {
      const help = document.getElementById('raccourcis');
      document.getElementById('raccourcis-actifs').checked = enabled();
      help.showModal();
    } else if (enabled() && 'jJ'.includes(event.key)) move(1);
    else if (enabled() && 'kK'.includes(event.key)) move(-1);
    else if (enabled() && event.key === 'Enter' && event.target.matches('[data-ligne]'))
      event.target.querySelector('[data-principal]')?.click();
    else return;
    event.preventDefault();
  });
}
