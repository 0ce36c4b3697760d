// Rebuilds the geographic code from the yearly editions of @etalab/decoupage-administratif:
//   npm install && npm run extraire
// Writes communes.csv, rattachements.csv, departements.csv and regions.csv, each with its source and date in the first line.
// A commune that merged is dated by the first edition in which it no longer stands; before the first edition there is no date.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const years = [2021, 2022, 2023, 2024, 2025, 2026];
const last = years.at(-1);
const read = (year, file) => JSON.parse(readFileSync(join(here, 'node_modules', `cog-${year}`, file), 'utf8'));
const versions = years.map((y) => `${read(y, 'package.json').version} (${y})`).join(', ');
const today = new Date().toISOString().slice(0, 10);

function write(name, header, rows) {
  const source = `# @etalab/decoupage-administratif ${versions} (INSEE, La Poste; Licence Ouverte 2.0), extrait le ${today}`;
  writeFileSync(join(here, name), `${source}\n${header}\n${rows.map((r) => r.join(';')).join('\n')}\n`);
  console.log(`${name}: ${rows.length}`);
}

const all = read(last, 'data/communes.json');
// Without a postal code: the southern and antarctic lands, where nobody lives.
const current = all.filter((c) => c.type === 'commune-actuelle' && c.codesPostaux?.length > 0);
const codes = new Set(current.map((c) => c.code));
const epci = new Map(read(last, 'data/epci.json').flatMap((e) => e.membres.map((m) => [m.code, e.code])));

const successors = new Map(); // former code → { to, name, kind }
const add = (code, to, name, kind) => {
  if (!codes.has(code) && code !== to && !successors.has(code)) successors.set(code, { to, name, kind });
};
for (const c of all) {
  if (c.type === 'arrondissement-municipal') add(c.code, c.commune, c.nom, 'arrondissement');
  if (c.type === 'commune-deleguee' || c.type === 'commune-associee') add(c.code, c.chefLieu, c.nom, c.type.slice('commune-'.length));
}
// Communes of Guadeloupe until 2007, collectivities since: no edition at hand says so.
add('97123', '97701', 'Saint-Barthélemy', 'collectivite');
add('97127', '97801', 'Saint-Martin', 'collectivite');
const names = new Map();
const standing = new Map(); // code → last edition in which it was a commune
for (const year of years)
  for (const c of read(year, 'data/communes.json').filter((c) => c.type === 'commune-actuelle')) {
    names.set(c.code, c.nom);
    standing.set(c.code, year);
  }
for (const year of [...years].reverse()) {
  const edition = year === last ? all : read(year, 'data/communes.json');
  for (const c of edition) for (const old of c.anciensCodes ?? []) add(old, c.code, names.get(old) ?? '', 'ancienne');
  for (const c of edition) if (c.chefLieu) add(c.code, c.chefLieu, c.nom, 'ancienne');
}

function resolve(code) {
  const seen = new Set();
  while (!codes.has(code)) {
    if (seen.has(code) || !successors.has(code)) return null;
    seen.add(code);
    code = successors.get(code).to;
  }
  return code;
}

const lost = [...standing.keys()].filter((c) => !codes.has(c) && !successors.has(c) && !c.startsWith('984'));
if (lost.length > 0) throw new Error(`No successor is known for ${lost.join(', ')}.`);

write('communes.csv', 'code;nom;codesPostaux;population;epci',
  current.map((c) => [c.code, c.nom, c.codesPostaux.join(' '), c.population ?? 0, epci.get(c.code) ?? '']));
write('rattachements.csv', 'code;nom;vers;depuis;nature',
  [...successors].map(([code, s]) => [code, s.name, resolve(code), standing.has(code) ? `${standing.get(code) + 1}-01-01` : '', s.kind])
    .filter((r) => r[2] !== null).sort((a, b) => (a[0] < b[0] ? -1 : 1)));
write('departements.csv', 'code;nom;liaison;region;chefLieu',
  read(last, 'data/departements.json').map((d) => [d.code, d.nom, d.typeLiaison, d.region, d.chefLieu]));
write('regions.csv', 'code;nom;liaison;chefLieu',
  read(last, 'data/regions.json').map((r) => [r.code, r.nom, r.typeLiaison, r.chefLieu]));
