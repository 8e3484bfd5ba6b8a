// SPDX-License-Identifier: Apache-2.0
// EventCatalog's own collections (content.config.ts of @eventcatalog/core) as a module that runs
// without Astro: their patterns and their schemas.
//   node eventcatalogschemas.mjs SOURCES OUTPUT, where node_modules with esbuild and zod is
import { createRequire } from 'node:module';
import path from 'node:path';

const [sources, output] = process.argv.slice(2).map((each) => path.resolve(each));
const { build } = createRequire(path.resolve('package.json'))('esbuild');

// What belongs to Astro and to its licensed parts: a loader keeps its pattern, a reference is an id.
const standIns = {
    'astro:content': `
        import { z } from 'zod';
        export const defineCollection = (collection) => collection;
        export const reference = () => z.any();
        export const getCollection = () => [];`,
    'astro/loaders': 'export const glob = (options) => options;',
    'astro/zod': 'export * from "zod";',
    '@config': 'export default {};',
    glob: 'export const glob = async () => [];',
    uuid: 'export const v4 = () => "";',
    './utils/collections/schema-loader': 'export const schemaLoader = () => ({});',
    './enterprise/directory/user-team-directory':
        'export const userTeamDirectoryLoader = ({ local }) => local;',
    './enterprise/collections': `
        export const customPagesSchema = null;
        export const resourceDocsSchema = null;
        export const resourceDocCategoriesSchema = null;`,
};

await build({
    entryPoints: [path.join(sources, 'content.config.ts')],
    outfile: output,
    bundle: true,
    format: 'esm',
    platform: 'node',
    nodePaths: [path.resolve('node_modules')],
    plugins: [
        {
            name: 'stand-ins',
            setup(bundle) {
                bundle.onResolve({ filter: /.*/ }, ({ path: name }) =>
                    name in standIns ? { path: name, namespace: 'stand-in' } : undefined,
                );
                bundle.onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path: name }) => ({
                    contents: standIns[name],
                    resolveDir: process.cwd(),
                }));
            },
        },
    ],
});
