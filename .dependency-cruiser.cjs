/** Which room may import which (docs/architecture.md), one home per package, no circles: type-only ones count. */
const SHARED = 'shared/(article|document|parcel|formats|checks|surfaces|contract)';

/** Imports from `from` into the project's own rooms are forbidden unless they go to `allowed`. */
function room(name, from, allowed) {
  return {
    name: `room-${name}`,
    severity: 'error',
    from: { path: `^${from}` },
    to: { path: '^(shared|electron|renderer|tests)/', pathNot: [`^${from}`, ...allowed.map((path) => `^${path}`)] },
  };
}

/** The package may be imported only from these places (and from tests). */
function home(name, packages, places) {
  return {
    name: `home-${name}`,
    severity: 'error',
    from: { pathNot: ['^tests/', ...places.map((place) => `^${place}`)] },
    to: { path: `node_modules/(?:${packages})/` },
  };
}

const SCREENS = ['library', 'story', 'share', 'export', 'desk', 'history', 'settings'];

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '\\.config\\.(ts|cjs)$', '^\\.', 'forge\\.config', '^tests/', '\\.mjs$'],
      },
      to: {},
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^electron$' } },
    room('shared-article', 'shared/article/', []),
    room('shared-document', 'shared/document/', ['shared/article/']),
    room('shared-parcel', 'shared/parcel/', []),
    room('shared-formats', 'shared/formats/', ['shared/article/']),
    room('shared-checks', 'shared/checks/', ['shared/article/']),
    room('shared-surfaces', 'shared/surfaces/', ['shared/article/']),
    room('shared-contract', 'shared/contract/', ['shared/article/']),
    room('backend', 'electron/backend/', [`${SHARED}/`]),
    room('host', 'electron/host/', ['electron/backend/', 'shared/contract/', 'shared/article/']),
    room('desktop', 'electron/desktop/', [
      'electron/host/',
      'electron/backend/',
      'shared/contract/',
      'shared/article/',
    ]),
    room('loopback', 'electron/loopback/', [
      'electron/host/',
      'electron/backend/',
      'shared/contract/',
      'shared/article/',
    ]),
    room('cli', 'electron/cli/', ['electron/host/', 'electron/backend/', 'electron/loopback/', `${SHARED}/`]),
    room('renderer-connection', 'renderer/connection/', ['shared/contract/', 'shared/article/']),
    room('renderer-ui', 'renderer/ui/', []),
    room('renderer-editor', 'renderer/editor/', [
      'renderer/connection/',
      'renderer/ui/',
      'shared/article/',
      'shared/document/',
      'shared/contract/',
      'shared/checks/',
      'shared/surfaces/',
      // What is pasted and copied is HTML and plain text of other programs: formats like any other, without a file.
      'shared/formats/clipboard-[a-z]+\\.ts',
    ]),
    ...SCREENS.map((screen) =>
      room(`renderer-${screen}`, `renderer/${screen}/`, [
        'renderer/connection/',
        'renderer/ui/',
        'shared/(article|contract|checks|surfaces|document)/',
      ]),
    ),
    {
      name: 'formats-through-their-catalogue',
      severity: 'error',
      from: { pathNot: ['^shared/formats/', '^tests/'] },
      to: { path: '^shared/formats/', pathNot: '^shared/formats/(catalogue|format|clipboard-[a-z]+)\\.ts$' },
    },
    {
      name: 'shared-has-no-node',
      severity: 'error',
      from: { path: '^(shared|renderer)/', pathNot: '^renderer/vite' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'one-door-to-the-file-system',
      severity: 'error',
      from: {
        path: '^electron/',
        pathNot: [
          '^electron/backend/disk/node\\.ts$',
          '^electron/(start|build|build-dictionaries)\\.ts$',
          '^electron/cli/launch\\.mjs$',
        ],
      },
      to: { path: '^(node:)?fs(/promises)?$' },
    },
    home('yjs', 'yjs|y-protocols|lib0', ['shared/document/', 'renderer/editor/']),
    home('tiptap', '@tiptap/[^/]+|prosemirror-[^/]+', ['renderer/editor/']),
    home('unified', 'unified|remark-[^/]+|rehype-[^/]+|mdast-[^/]+|hast-[^/]+', ['shared/formats/']),
    home('yaml', 'yaml', ['shared/formats/', 'electron/backend/rules/']),
    home('zod', 'zod', ['shared/contract/']),
    home('msgpack', '@msgpack/[^/]+', ['shared/contract/']),
    home('ws', 'ws', ['electron/loopback/']),
    home('electron-store', 'electron-store', ['electron/desktop/']),
    home('electron', 'electron', ['electron/desktop/', 'electron/start\\.ts', 'forge\\.config\\.ts']),
    home('commander', 'commander', ['electron/cli/']),
    home('react', 'react|react-dom|react-aria-components|lucide-react', ['renderer/']),
    { name: 'no-tests-in-product', severity: 'error', from: { pathNot: '^tests/' }, to: { path: '^tests/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|out)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
