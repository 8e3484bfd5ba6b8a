#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Makes the schemas of this folder from AsyncAPI's official package: only what decides a verdict
// stays (no titles, descriptions, examples), names are short, references local. Needs npm and tar.
//
//   node resources/asyncapi/make-schemas.mjs
//
// Two things differ from the official schemas, because documents are checked with their references
// followed, as the official parser checks them:
//   - AsyncAPI 3's places that take nothing but a reference also take what it refers to;
//   - the text of a `$ref` may have any form: whether it leads somewhere is another rule's business.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = '@asyncapi/specs@6.11.1';
const versions = ['2.0.0', '2.1.0', '2.2.0', '2.3.0', '2.4.0', '2.5.0', '2.6.0', '3.0.0', '3.1.0'];
const prose = new Set(['$comment', '$id', '$schema', 'description', 'example', 'examples', 'title']);
const keyed = new Set(['definitions', 'dependencies', 'patternProperties', 'properties']);
const data = new Set(['const', 'default', 'enum']);

const here = dirname(fileURLToPath(import.meta.url));

/** http://asyncapi.com/bindings/kafka/0.4.0/channel.json -> bindings-kafka-0.4.0-channel; a
 *  definition of the version itself goes by its last word. */
function shortName(uri, version) {
    return uri
        .replace(/^https?:\/\//, '')
        .replace(`asyncapi.com/definitions/${version}/`, '')
        .replace(/^asyncapi\.com\//, '')
        .replace(/\.json$/, '')
        .replace(/[^A-Za-z0-9._-]+/g, '-');
}

function localReference(reference, { version, owner }) {
    const [uri, pointer = ''] = reference.split('#');
    const name = uri ? shortName(uri, version) : owner;
    return name === '' ? `#${pointer}` : `#/definitions/${name}${pointer}`;
}

/** A schema without its prose; `home.owner` is the definition that a bare `#` means. */
function facts(schema, home) {
    if (Array.isArray(schema)) return schema.map((item) => facts(item, home));
    if (schema === null || typeof schema !== 'object') return schema;
    const result = {};
    for (const [key, value] of Object.entries(schema)) {
        if (prose.has(key)) continue;
        if (data.has(key)) result[key] = value;
        else if (key === '$ref') result[key] = localReference(value, home);
        else if (keyed.has(key) && value !== null && typeof value === 'object')
            result[key] = Object.fromEntries(
                Object.entries(value).map(([name, each]) => [name, facts(each, home)]));
        else result[key] = facts(value, home);
    }
    return result;
}

function openReferences(definitions) {
    const either = (name) => ({
        oneOf: [{ $ref: '#/definitions/Reference' }, { $ref: `#/definitions/${name}` }],
    });
    definitions.channel.properties.servers.items = either('server');
    definitions.operation.properties.channel = either('channel');
    definitions.operation.properties.messages.items = either('messageObject');
    definitions.operationReply.properties.channel = either('channel');
    definitions.operationReply.properties.messages.items = either('messageObject');
}

function schemaOf(official, version) {
    const { definitions, ...root } = official;
    const result = facts(root, { version, owner: '' });
    result.definitions = {};
    for (const [uri, definition] of Object.entries(definitions)) {
        const name = shortName(uri, version);
        if (name in result.definitions) throw new Error(`two definitions are named ${name}`);
        result.definitions[name] = facts(definition, { version, owner: name });
    }
    delete result.definitions.ReferenceObject?.format;
    if (version.startsWith('3.')) openReferences(result.definitions);
    return result;
}

const folder = mkdtempSync(join(tmpdir(), 'asyncapi-specs-'));
try {
    const archive = execFileSync('npm', ['pack', '--silent', source], { cwd: folder }).toString().trim();
    execFileSync('tar', ['-xzf', archive], { cwd: folder });
    for (const version of versions) {
        const official = JSON.parse(readFileSync(join(folder, 'package', 'schemas', `${version}.json`)));
        writeFileSync(join(here, `${version}.json`), JSON.stringify(schemaOf(official, version)) + '\n');
    }
    for (const name of ['LICENSE', 'NOTICE']) copyFileSync(join(folder, 'package', name), join(here, name));
} finally {
    rmSync(folder, { recursive: true });
}
