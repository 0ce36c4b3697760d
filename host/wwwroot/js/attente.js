// What takes seconds says so, and is not asked for twice. The page that answers takes the words away.
export function brancherAttente() {
  document.addEventListener('submit', (event) => {
    const form = event.target.closest('form[data-attente]');
    if (!form) return;
    if (form.getAttribute('aria-busy') === 'true') {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    form.setAttribute('aria-busy', 'true');
    const words = document.createElement('span');
    words.setAttribute('role', 'status');
    form.prepend(words);
    words.textContent = form.dataset.attente;
  }, true);
}
