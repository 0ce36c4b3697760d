// Rebuilds what the host serves from packages, so that nothing is fetched at run time:
//   npm install && npm run construire
// Writes ../wwwroot/polices/* and ../wwwroot/icones.svg. Communes have their own script, workflows/Communes/Donnees/extraire.mjs.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, 'node_modules');
const host = join(here, '..');
const version = (name) => JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')).version;

function fonts() {
  const source = join(modules, '@fontsource-variable/atkinson-hyperlegible-next');
  const target = join(host, 'wwwroot/polices');
  mkdirSync(target, { recursive: true });
  for (const subset of ['latin', 'latin-ext'])
    for (const style of ['normal', 'italic']) {
      const name = `atkinson-hyperlegible-next-${subset}-wght-${style}.woff2`;
      copyFileSync(join(source, 'files', name), join(target, name));
    }
  copyFileSync(join(source, 'LICENSE'), join(target, 'LICENSE.txt'));
}

function icons() {
  const names = JSON.parse(readFileSync(join(here, 'icones.json'), 'utf8'));
  const symbols = names.map((name) => {
    const svg = readFileSync(join(modules, '@tabler/icons/icons/outline', `${name}.svg`), 'utf8');
    const shapes = svg.replace(/^[\s\S]*?<svg[\s\S]*?>/, '').replace(/<\/svg>\s*$/, '')
      .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none" \/>/, '').replace(/\s*\n\s*/g, '');
    return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`;
  });
  writeFileSync(join(host, 'wwwroot/icones.svg'),
    `<svg xmlns="http://www.w3.org/2000/svg">\n<!-- Tabler Icons ${version('@tabler/icons')}, MIT licence, copyright Paweł Kuna -->\n${symbols.join('\n')}\n</svg>\n`);
}

fonts();
icons();
