// Rebuilds what the host serves from packages, so that nothing is fetched at run time:
//   npm install && npm run construire
// Writes ../wwwroot/polices/*, ../wwwroot/icones.svg and ../Communes/communes.csv (dated in its first line).
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

function communes() {
  const source = join(modules, '@etalab/decoupage-administratif');
  const rows = JSON.parse(readFileSync(join(source, 'data/communes.json'), 'utf8'))
    .filter((c) => c.type === 'commune-actuelle' && c.codesPostaux?.length > 0)
    .map((c) => [c.code, c.nom, c.codesPostaux.join(' '), c.population ?? 0].join(';'));
  const today = new Date().toISOString().slice(0, 10);
  writeFileSync(join(host, 'Communes/communes.csv'),
    `# @etalab/decoupage-administratif ${version('@etalab/decoupage-administratif')} (INSEE, La Poste; Licence Ouverte 2.0), extrait le ${today}\ncode;nom;codesPostaux;population\n${rows.join('\n')}\n`);
}

fonts();
icons();
communes();
