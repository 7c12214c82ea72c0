// SPDX-License-Identifier: MIT
// Runs the scenario through the component in Node, by the module that jco made of it.
// usage: run.mjs MODULE.js SCENARIO.ndjson
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

const camel = (name) => name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
const kebab = (name) => name.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase());
const large = /^\d+n$/;

function argument(value, kept, options) {
  if (typeof value === 'string' && value.startsWith('@')) return kept[value.slice(1)];
  if (typeof value === 'string' && large.test(value)) return BigInt(value.slice(0, -1));
  if (value === null) return undefined;
  if (typeof value !== 'object') return value;
  if ('hex' in value) return Uint8Array.from(Buffer.from(value.hex, 'hex'));
  const fields = 'options' in value ? { ...options, ...value.options } : value;
  return Object.fromEntries(Object.entries(fields).map(([field, inner]) => [camel(field), argument(inner, kept, options)]));
}

// A result as the scenario writes it; numbers of every width as text, so that they compare.
function plain(value) {
  if (value === undefined || value === null) return null;
  if (typeof value === 'bigint' || typeof value === 'number') return `${value}`;
  if (value instanceof Uint8Array) return { hex: Buffer.from(value).toString('hex') };
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [kebab(field), plain(inner)]));
}

function same(wanted, got, kept) {
  if (wanted !== null && typeof wanted === 'object') {
    return got !== null && typeof got === 'object' && Object.entries(wanted).every(([field, value]) => same(value, got[field] ?? null, kept));
  }
  return plain(argument(wanted, kept, {})) === got;
}

function target(module, name, handle) {
  const [space, resource, method] = name.split('.');
  const scope = module[space];
  if (method === undefined) return scope[camel(resource)].bind(scope);
  const type = scope[camel('-' + resource)];
  return handle === undefined ? type[camel(method)].bind(type) : handle[camel(method)].bind(handle);
}

// The payload of a refusal; anything else that is thrown is a trap or a mistake of this file.
function refusal(thrown) {
  if (thrown?.payload === undefined) throw thrown;
  return thrown.payload;
}

// null where the step went as it says, else what happened instead.
function step(module, line, kept, options) {
  if ('drop' in line) {
    kept[line.drop][Symbol.dispose ?? Symbol.for('dispose')]();
    return null;
  }
  const handle = 'on' in line ? kept[line.on] : undefined;
  let raw;
  try {
    raw = target(module, line.do, handle)(...line.with.map((value) => argument(value, kept, options)));
  } catch (thrown) {
    const got = plain(refusal(thrown));
    return 'err' in line && same(line.err, got, kept) ? null : { refused: got };
  }
  const got = plain(raw);
  if ('err' in line) return { granted: got };
  if ('count' in line) return plain(got.length) === plain(handle.info()[camel(line.count)]) ? null : got;
  if ('keep-field' in line) kept[line['keep-field'][1]] = raw[camel(line['keep-field'][0])];
  if ('keep' in line) {
    kept[line.keep] = raw;
    return raw === undefined ? { granted: null } : null;
  }
  return same(line.ok, got, kept) ? null : { granted: got };
}

// As many pools as it takes to fill the memory, twice over: none is lost between the rounds.
function fill(module, options) {
  const rounds = [0, 0].map(() => {
    const pools = [];
    try {
      for (;;) pools.push(module.pools.Pool.open(argument({ options: { capacity: '65536n' } }, {}, options)));
    } catch (thrown) {
      if (refusal(thrown).code !== -18) throw thrown;
    }
    module.platforms.Profile.find('gba'); // a full memory still answers
    for (const pool of pools) pool[Symbol.dispose ?? Symbol.for('dispose')]();
    return pools.length;
  });
  if (rounds[0] < 200 || rounds[0] !== rounds[1]) throw new Error(`pools in the memory: ${rounds}`);
}

const [path, scenario] = process.argv.slice(2);
const module = await import(pathToFileURL(path));
const kept = {};
let options = {}, steps = 0, failed = 0, number = 0;
for (const text of (await readFile(scenario, 'utf8')).trim().split('\n')) {
  number += 1;
  const line = JSON.parse(text);
  if ('note' in line) continue;
  if ('defaults' in line) {
    options = line.defaults;
    continue;
  }
  steps += 1;
  const wrong = step(module, line, kept, options);
  if (wrong !== null) {
    failed += 1;
    console.log(`${scenario}:${number}: ${text}\n  got ${JSON.stringify(wrong)}`);
  }
}
if (steps <= 100) throw new Error(`only ${steps} steps were run`);
fill(module, options);
console.log(`node ${process.version}: ${steps} steps, ${failed} failed; the memory filled twice`);
process.exit(failed ? 1 : 0);
