// All pages work without this. It adds: keys, live refresh, towns of a postal code.
import { rafraichirEnDirect } from './direct.js';
import { brancherClavier, reprendreLigne } from './clavier.js';
import { brancherAttente } from './attente.js';
import { brancherCommunes } from './communes.js';

function page() {
  // A refused act is answered in place of the page it was posted from: the address says where one is.
  const address = document.querySelector('[data-adresse]')?.dataset.adresse;
  if (address && address !== location.pathname) history.replaceState(history.state, '', address);
  rafraichirEnDirect();
  brancherCommunes();
  document.getElementById('erreurs')?.focus();
}

let path = location.pathname;
brancherClavier();
brancherAttente();
page();
globalThis.Blazor?.addEventListener('enhancedload', () => {
  // A new page is announced by its title: focus goes there, as a full load would start at the top.
  if (path !== location.pathname) {
    path = location.pathname;
    const title = document.querySelector('h1');
    title?.setAttribute('tabindex', '-1');
    title?.focus({ preventScroll: true });
  } else reprendreLigne();
  page();
});
