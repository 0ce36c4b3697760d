// Offers the towns of the postal code just typed; the server checks them anyway.
export function brancherCommunes() {
  const code = document.querySelector('[data-code-postal]');
  const town = document.querySelector('[data-ville]');
  const list = document.getElementById('communes-possibles');
  if (!code || !town || !list || code.dataset.pret) return;
  code.dataset.pret = 'oui';
  code.addEventListener('change', async () => {
    if (!/^\d{5}$/.test(code.value)) return;
    const answer = await fetch(`/communes/${code.value}`).catch(() => null);
    if (!answer?.ok) return;
    const names = await answer.json();
    list.replaceChildren(...names.map((name) => Object.assign(document.createElement('option'), { value: name })));
    // Never while somebody types there.
    if (names.length === 1 && !town.value && town !== document.activeElement) town.value = names[0];
  });
}
