// SPDX-License-Identifier: Apache-2.0
// Prints how many milliseconds @asyncapi/parser takes for each of the files, once it is warm:
// node reference.mjs NODE_MODULES FILE…
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';

const [modules, ...files] = process.argv.slice(2);
const require = createRequire(join(modules, 'nothing.js'));
const {Parser} = require('@asyncapi/parser');
const {version} = require('@asyncapi/parser/package.json');
const fewest = 2;
const enough = 2000; // ms of one file

const parser = new Parser();
const timeOf = async file => {
  const text = readFileSync(file, 'utf8');
  const begin = performance.now();
  await parser.parse(text, {source: file});
  return performance.now() - begin;
};

console.log(version);
await timeOf(files[0]);
await timeOf(files[0]);
for (const file of files) {
  const times = [];
  let spent = 0;
  while (times.length < fewest || (spent < enough && times.length < 10)) {
    times.push(await timeOf(file));
    spent += times.at(-1);
  }
  times.sort((a, b) => a - b);
  console.log(times[(times.length - 1) >> 1].toFixed(3));
}
