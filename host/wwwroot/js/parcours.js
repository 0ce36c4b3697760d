// All pages work without this. It adds: keys, live refresh, towns of a postal code.
import { rafraichirEnDirect } from './direct.js';
import { brancherClavier } from './clavier.js';
import { brancherCommunes } from './communes.js';

function page() {
  rafraichirEnDirect();
  brancherCommunes();
  document.getElementById('erreurs')?.focus();
}

let path = location.pathname;
brancherClavier();
page();
globalThis.Blazor?.addEventListener('enhancedload', () => {
  // A new page is announced by its title: focus goes there, as a full load would start at the top.
  if (path !== location.pathname) {
    path = location.pathname;
    const title = document.querySelector('h1');
    title?.setAttribute('tabindex', '-1');
    title?.focus({ preventScroll: true });
  }
  page();
});
