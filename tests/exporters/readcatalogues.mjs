// SPDX-License-Identifier: Apache-2.0
// Reads catalogues as their tools do and writes what it found, and what is wrong, as JSON:
//   node readcatalogues.mjs TOOLS (backstage FILE | eventcatalog FOLDER)…
import { createRequire } from 'node:module';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const tools = process.argv[2];
const inTools = createRequire(path.join(tools, 'package.json'));
const load = (name) => import(pathToFileURL(path.join(tools, name)).href);
const loadPackage = (name, entry) => load(path.join('node_modules', name, entry));

// Backstage: the catalogue's own chain of placeholder, policies and kinds.
const model = inTools('@backstage/catalog-model');
const policy = model.EntityPolicies.allOf([
    new model.SchemaValidEntityPolicy(),
    new model.DefaultNamespaceEntityPolicy(),
    new model.NoForeignRootFieldsEntityPolicy(),
    new model.FieldFormatEntityPolicy(),
]);
const kinds = {
    Domain: model.domainEntityV1alpha1Validator,
    System: model.systemEntityV1alpha1Validator,
    Component: model.componentEntityV1alpha1Validator,
    API: model.apiEntityV1alpha1Validator,
    Group: model.groupEntityV1alpha1Validator,
};

function withTexts(value, folder, faults) {
    if (Array.isArray(value)) return value.map((each) => withTexts(each, folder, faults));
    if (value === null || typeof value !== 'object') return value;
    if ('$text' in value) {
        const file = path.resolve(folder, decodeURIComponent(value.$text));
        if (existsSync(file)) return readFileSync(file, 'utf8');
        faults.push(`${value.$text} is not there`);
        return 'not there';
    }
    return Object.fromEntries(
        Object.entries(value).map(([key, each]) => [key, withTexts(each, folder, faults)]),
    );
}

async function readBackstage(file) {
    const faults = [];
    const entities = [];
    for (const document of inTools('yaml').parseAllDocuments(readFileSync(file, 'utf8'))) {
        faults.push(...document.errors.map(String), ...document.warnings.map(String));
        const entity = withTexts(document.toJS(), path.dirname(file), faults);
        try {
            await policy.enforce(structuredClone(entity));
            if (!(await kinds[entity.kind].check(entity))) faults.push(`${entity.kind} is none`);
        } catch (fault) {
            faults.push(`${entity?.kind} ${entity?.metadata?.name}: ${fault}`);
        }
        entities.push(entity);
    }
    const refOf = (kind, name) => `${kind}:default/${name}`.toLowerCase();
    const known = entities.map((each) => refOf(each.kind, each.metadata.name));
    if (new Set(known).size !== known.length) faults.push('two entities have one name');
    for (const { kind, metadata, spec } of entities) {
        const leads = [
            ...(spec.owner && spec.owner !== 'unknown' ? [['Group', spec.owner]] : []),
            ...(spec.system ? [['System', spec.system]] : []),
            ...(spec.domain ? [['Domain', spec.domain]] : []),
            ...[...(spec.providesApis ?? []), ...(spec.consumesApis ?? [])].map((api) => ['API', api]),
        ];
        for (const [to, name] of leads)
            if (!known.includes(refOf(to, name)))
                faults.push(`${kind} ${metadata.name} leads to ${to} ${name}, which is not there`);
    }
    return { faults, entities };
}

// EventCatalog: its collections' patterns and schemas, and the MDX that it compiles.
const { collections } = await load('eventcatalog.mjs');
const matter = inTools('gray-matter');
const picomatch = inTools('picomatch');
const { evaluate } = await loadPackage('@mdx-js/mdx', 'index.js');
const remarkPlugins = [];
for (const name of ['remark-gfm', 'remark-directive', 'remark-comment'])
    remarkPlugins.push((await loadPackage(name, 'index.js').catch(() => inTools(name))).default);

const runtime = {
    Fragment: 'fragment',
    jsx: (type, props) => (typeof type === 'function' ? type(props) : { type, props }),
};
runtime.jsxs = runtime.jsx;

function shownBy(node) {
    if (Array.isArray(node)) return node.map(shownBy).join('');
    if (node === null || node === undefined || typeof node === 'boolean') return '';
    return typeof node === 'object' ? shownBy(node.props.children) : String(node);
}

function elementsOf(node) {
    if (Array.isArray(node)) return node.flatMap(elementsOf);
    if (node === null || typeof node !== 'object') return [];
    return [node.type, ...elementsOf(node.props.children)];
}

const collectionsOf = (file) =>
    Object.entries(collections)
        .filter(([, { loader }]) => loader?.pattern && picomatch(loader.pattern)(file))
        .map(([name]) => name);

async function readPage(folder, file, faults) {
    const names = collectionsOf(file);
    if (names.length !== 1) {
        faults.push(`${file} belongs to ${names.length} collections: ${names}`);
        return null;
    }
    const { data, content } = matter(readFileSync(path.join(folder, file), 'utf8'), {});
    const verdict = collections[names[0]].schema.safeParse(data);
    if (!verdict.success) faults.push(`${file}: ${verdict.error}`);
    const page = { collection: names[0], file, data };
    try {
        const module = await evaluate(content, { ...runtime, remarkPlugins });
        const tree = module.default({ components: { NodeGraph: () => null } });
        page.text = shownBy(tree);
        page.elements = [...new Set(elementsOf(tree))].filter((each) => each !== 'fragment').sort();
    } catch (fault) {
        faults.push(`${file}: ${fault}`);
    }
    return page;
}

function checkPointers(page, pages, faults) {
    const isThere = (collection, { id, version }) =>
        pages.some(
            (each) =>
                each.collection === collection && each.data.id === id && each.data.version === version,
        );
    const check = (collection, pointer) => {
        if (!isThere(collection, pointer))
            faults.push(`${page.file} leads to ${collection} ${pointer.id} ${pointer.version}, which is not there`);
    };
    for (const lead of [...(page.data.sends ?? []), ...(page.data.receives ?? [])]) {
        check('events', lead);
        for (const channel of [...(lead.to ?? []), ...(lead.from ?? [])]) check('channels', channel);
    }
    for (const service of page.data.services ?? []) check('services', service);
    for (const channel of page.data.channels ?? []) check('channels', channel);
    for (const owner of page.data.owners ?? [])
        if (!pages.some((each) => each.collection === 'teams' && each.data.id === owner))
            faults.push(`${page.file} is owned by ${owner}, who is not there`);
}

async function readEventCatalog(folder) {
    const faults = [];
    const pages = [];
    for (const file of readdirSync(folder, { recursive: true }).map(String).sort())
        if (/\.mdx?$/.test(file)) pages.push(await readPage(folder, file, faults));
    const found = pages.filter(Boolean);
    const ids = found.map((each) => `${each.collection} ${each.data.id} ${each.data.version}`.toLowerCase());
    if (new Set(ids).size !== ids.length) faults.push('two pages have one id');
    for (const page of found) {
        checkPointers(page, found, faults);
        const files = [...(page.data.specifications ?? []).map((each) => path.basename(each.path)), page.data.schemaPath];
        for (const file of files.filter(Boolean))
            if (!existsSync(path.join(folder, path.dirname(page.file), file)))
                faults.push(`${page.file} shows ${file}, which is not there`);
    }
    return { faults, pages: found };
}

const results = [];
for (let i = 3; i + 1 < process.argv.length; i += 2)
    results.push(
        process.argv[i] === 'backstage'
            ? await readBackstage(process.argv[i + 1])
            : await readEventCatalog(process.argv[i + 1]),
    );
process.stdout.write(JSON.stringify(results));
