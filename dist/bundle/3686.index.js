export const id = 3686;
export const ids = [3686];
export const modules = {

/***/ 9786:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AX: () => (/* binding */ unknownCommit),
/* harmony export */   uM: () => (/* binding */ gitIn),
/* harmony export */   xk: () => (/* binding */ commitId)
/* harmony export */ });
/* unused harmony export gitPrefix */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6505);




/** An id in full, in SHA-1 or SHA-256, or as many digits of one as git takes at least. */
const idForm = /^[0-9a-f]{7,64}$/i;
/**
 * Git in a folder. Nothing of the sources runs: contents are read as objects, without filters or text conversion.
 *
 * @param root a folder of a working tree
 * @throws UserError (each function) `GIT_MISSING` where git can't be started, `GIT_FAILED` with git's words
 */
function gitIn(root) {
    const git = async (...args) => {
        const { exitCode, stdout, stderr } = await run(root, args);
        if (exitCode === 0)
            return stdout;
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('GIT_FAILED', `git ${args[0] ?? ''} failed in ${root}: ${cause(stderr)}`, {
            next: `git -C ${root} status`,
        });
    };
    const prefix = async () => (await git('rev-parse', '--show-prefix')).replace(/\n$/, '');
    return {
        commit: async (revision) => {
            if (!isRevision(revision))
                return { kind: 'no-such-name' };
            const { exitCode, stdout } = await run(root, [
                ...['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
            ]);
            if (exitCode === 0)
                return { kind: 'found', id: stdout.trim() };
            const shallow = (await git('rev-parse', '--is-shallow-repository')).trim() === 'true';
            if (!idForm.test(revision) && !(shallow && /^HEAD[\^~\d]+$/.test(revision)))
                return { kind: 'no-such-name' };
            return { kind: 'not-here', isShallow: shallow };
        },
        prefix,
        changedSince: async (commit) => {
            const at = await prefix();
            const changed = await git(...['diff', '--name-only', '--no-renames', '--no-relative', '--no-ext-diff', '-z', commit, '--']);
            const unknown = await git(...['ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', ':/']);
            return new Set([...names(changed), ...names(unknown)].map((file) => node_path__WEBPACK_IMPORTED_MODULE_2__.posix.relative(at, file)));
        },
        at: (commit) => commitTree(commit, git),
        workingTree: () => workingTree(root, git),
    };
}
function workingTree(root, git) {
    let listing;
    const list = async () => {
        const [listed, deleted] = await Promise.all([
            git('ls-files', '--cached', '--others', '--exclude-standard', '-z'),
            git('ls-files', '--deleted', '-z'),
        ]);
        const gone = new Set(names(deleted));
        return sources(names(listed).filter((file) => !gone.has(file)));
    };
    return {
        name: 'the working tree',
        read: (file) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, file), 'utf8'),
        files: () => (listing ??= list()),
    };
}
function sources(files) {
    return new Set(files.filter((file) => !file.split('/').includes('node_modules')));
}
/**
 * The id of a commit that must be there.
 * @throws UserError `COMMIT_UNKNOWN` for a name that git does not know, `COMMIT_ABSENT` where the clone lacks the commit
 */
async function commitId(git, name) {
    const answer = await git.commit(name);
    switch (answer.kind) {
        case 'found':
            return answer.id;
        case 'not-here':
            throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('COMMIT_ABSENT', answer.isShallow
                ? `the commit ${name} is not in this clone, which holds only the newest commits; actions/checkout takes fetch-depth: 2 for the commit before, 0 for all`
                : `the commit ${name} is not in this clone`, { next: answer.isShallow ? 'git fetch --unshallow' : 'git fetch --all' });
        case 'no-such-name':
            throw unknownCommit(name);
    }
}
/** The mistake of naming a commit that can't be one. */
function unknownCommit(name) {
    return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('COMMIT_UNKNOWN', `"${name}" is no commit, branch or tag of this repository`, {
        next: 'git log --oneline -5',
    });
}
/** Where a folder lies in its repository, with a slash at the end; empty for the repository itself, and outside of one. */
async function gitPrefix(root) {
    return gitIn(root)
        .prefix()
        .catch(() => '');
}
/** One listing of a commit, then one object for each file that is read. */
function commitTree(commit, git) {
    let listing;
    const entries = () => (listing ??= git('ls-tree', '-r', '-z', commit).then((text) => new Map(names(text).flatMap((line) => {
        const [, mode, type, object, file] = /^(\d+) (\w+) ([0-9a-f]+)\t([^]+)$/.exec(line) ?? [];
        // A link's contents are another name: what it points to is read under its own.
        if (type === undefined || object === undefined || file === undefined || mode === '120000')
            return [];
        return [[file, { type, object }]];
    }))));
    return {
        name: commit,
        read: async (file) => {
            const entry = (await entries()).get(node_path__WEBPACK_IMPORTED_MODULE_2__.posix.normalize(file));
            if (entry?.type !== 'blob') {
                throw Object.assign(new Error(`${file} is not there at ${commit.slice(0, 12)}`), { code: 'ENOENT' });
            }
            return git('cat-file', 'blob', entry.object);
        },
        files: async () => sources([...(await entries()).keys()]),
    };
}
/** What may be handed to git as a revision: no option, no range, no path in a commit, nothing that acts. */
function isRevision(text) {
    return /^[A-Za-z0-9][\w./@{}^~+-]{0,254}$/.test(text) && !text.includes('..');
}
function names(text) {
    return text.split('\0').filter((name) => name !== '');
}
function run(root, args) {
    const options = { cwd: root, maxBuffer: 256 * 1024 * 1024 };
    return new Promise((resolve, reject) => {
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)('git', ['--no-optional-locks', ...args], options, (error, stdout, stderr) => {
            if (error === null)
                resolve({ exitCode: 0, stdout, stderr });
            else if (typeof error.code === 'number')
                resolve({ exitCode: error.code, stdout, stderr });
            else {
                reject(new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('GIT_MISSING', `git can't be started in ${root}, so sources can't be compared`, {
                    cause: error,
                    next: 'git --version',
                }));
            }
        });
    });
}
function cause(stderr) {
    const lines = stderr.trim().split('\n');
    return (lines.find((line) => line.startsWith('fatal: ')) ?? lines.at(-1) ?? '').slice(0, 400);
}


/***/ }),

/***/ 7748:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ importedFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);

/** Files that import others by name. */
const importing = /\.(?:[cm]?[jt]sx?|vue|svelte|astro|html?|css|scss|sass|less)$/;
/**
 * What may stand between two quotes after `from`, `import`, `require(`, `import(`, `url(`, `@import`, `src=` and `href=`:
 * names that begin with a dot. The text is not parsed, so that a name in a comment counts as well: never too few.
 */
const relativeNames = /["'`(]\s*(\.{1,2}\/[^"'`()\s?#]*)/g;
/** How a name without an extension may be meant, as bundlers try it; `.js` may stand for the `.ts` that it is made of. */
const endings = ['', '.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json', '.css', '.vue'];
const indexes = endings.slice(1).map((ending) => `/index${ending}`);
/**
 * The files that some files name by relative paths, and the files that those name, and so on: what belongs to a function
 * or a site without lying in its folder. A name that no file answers to is left out.
 *
 * @param start relative to the repository
 * @returns with those of `start` that are there
 */
async function importedFiles(tree, start) {
    const there = await tree.files();
    const found = new Set();
    const open = [...start].filter((file) => there.has(file));
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
        if (found.has(file))
            continue;
        found.add(file);
        if (!importing.test(file))
            continue;
        open.push(...namedIn(await tree.read(file), node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(file), there));
    }
    return found;
}
function namedIn(text, folder, there) {
    return [...text.matchAll(relativeNames)].flatMap(([, name = '']) => {
        const path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, name)).replace(/\/$/, '');
        const bare = path.replace(/\.[cm]?jsx?$/, '');
        const meant = [path, bare].flatMap((base) => [...endings, ...indexes].map((ending) => base + ending));
        return [...new Set(meant)].filter((file) => there.has(file));
    });
}


/***/ }),

/***/ 7283:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HB: () => (/* binding */ localPackages),
/* harmony export */   a5: () => (/* binding */ isAtOrBelow),
/* harmony export */   pq: () => (/* binding */ isReadByBuilds)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);

/** What decides which packages a build finds, and how a compiler reads the sources. */
const decisive = /^(?:package\.json|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|pnpm-workspace\.yaml|bun\.lockb?|\.npmrc|\.yarnrc(?:\.yml)?|\.nvmrc|\.node-version|tsconfig[^/]*\.json)$/;
/** Whether a file is read by every build in a folder: a lock file, say, in the folder or in one above it. */
function isReadByBuilds(file, folder) {
    if (!decisive.test(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(file)))
        return false;
    return isAtOrBelow(folder, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(file));
}
/** Whether a path is a folder, or lies in it. `.` holds all but what begins with `../`. */
function isAtOrBelow(path, folder) {
    if (path === folder)
        return true;
    const away = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative(folder, path);
    return away !== '..' && !away.startsWith('../');
}
/**
 * Folders whose packages a build in `folder` may import by name: npm's workspaces and dependencies by path, in the
 * `package.json` of the folder and of those above it.
 */
async function localPackages(tree, folder) {
    const found = new Set();
    for (let at = folder;; at = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(at)) {
        for (const path of await pathsIn(tree, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(at, 'package.json'))) {
            found.add(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(at, path)).replace(/\/$/, ''));
        }
        if (at === '.' || at.startsWith('..'))
            break;
    }
    return [...found].filter((path) => !path.startsWith('..')).sort();
}
async function pathsIn(tree, file) {
    let data;
    try {
        data = JSON.parse(await tree.read(file));
    }
    catch {
        return []; // None there, or none that npm could read either.
    }
    const { workspaces, ...rest } = record(data);
    const patterns = Array.isArray(workspaces) ? workspaces : record(workspaces)['packages'];
    const named = (Array.isArray(patterns) ? patterns : []).map((pattern) => 
    // `packages/*`: everything in packages
    String(pattern).replace(/\/?[^/]*[*?[{!].*$/, ''));
    const specs = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].flatMap((section) => Object.values(record(rest[section])));
    // Yarn and pnpm may say elsewhere which folders are workspaces.
    if (named.length === 0 && specs.some((spec) => String(spec).startsWith('workspace:')))
        return ['.'];
    const byPath = specs.flatMap((spec) => /^(?:file|link|portal):(.+)$/.exec(String(spec))?.[1] ?? []);
    return [...named, ...byPath].map((path) => (path === '' ? '.' : path));
}
function record(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : {};
}


/***/ }),

/***/ 4091:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ scannedParts),
/* harmony export */   SK: () => (/* binding */ siteParts),
/* harmony export */   SO: () => (/* binding */ namedParts),
/* harmony export */   Ym: () => (/* binding */ systemSources)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1036);
/* harmony import */ var _config_parse_system_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5059);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6505);
/* harmony import */ var _release_package_templates_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8463);
/* harmony import */ var _release_renewal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5061);
/* harmony import */ var _template_read_template_tree_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(443);
/* harmony import */ var _import_scan_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7748);
/* harmony import */ var _package_files_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7283);









/**
 * What a system is made of in one state of the sources: its parameter files, its templates with all that they nest or are
 * renewed with, its functions with what they import, its site, its smoke profile. `null` where there is no such system.
 */
async function systemSources(tree, system, functionParts) {
    const file = (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .systemFile */ .Is)(system);
    if (!(await tree.files()).has(file))
        return null;
    const files = new Set();
    const folders = new Set([node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(file)]);
    const builds = new Set();
    const add = (parts) => {
        for (const each of parts.files)
            files.add(each);
        for (const each of parts.folders)
            folders.add(each);
    };
    try {
        const definition = (0,_config_parse_system_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSystem */ .V)(await tree.read(file), file);
        if (definition.smoke !== null)
            files.add(definition.smoke);
        if (definition.site !== null) {
            const parts = await siteParts(tree, definition.site.build);
            add(parts);
            if (parts.folder !== null)
                builds.add(parts.folder);
        }
        for (const stack of definition.stacks) {
            const templates = templatesOf(await (0,_template_read_template_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .readTemplateTree */ .H_)(stack.template, (name) => tree.read(name)));
            for (const template of templates) {
                files.add(template.file);
                for (const name of renewedWith(template))
                    files.add(name);
            }
            const references = new Map([...templates.flatMap(_release_package_templates_js__WEBPACK_IMPORTED_MODULE_4__/* .functionsOf */ .TW), ...templates.flatMap(_release_package_templates_js__WEBPACK_IMPORTED_MODULE_4__/* .layersOf */ .w)].map((each) => [
                each.folder,
                each,
            ]));
            for (const reference of references.values()) {
                add(await functionParts(tree, reference));
                builds.add(reference.folder);
            }
        }
        return { files, folders, builds, unreadable: null };
    }
    catch (error) {
        const isOfFile = error instanceof Error && 'code' in error; // a folder where a file should be, say
        if (!(error instanceof _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo) && !isOfFile)
            throw error;
        return { files, folders, builds, unreadable: error.message };
    }
}
/**
 * What a function may be made of, as far as names in the sources tell: the folder that it shares with others, what is
 * imported from elsewhere by a path, and packages of this repository.
 */
const scannedParts = async (tree, { folder }) => {
    const shared = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(folder);
    const own = [...(await tree.files())].filter((file) => file.startsWith(`${folder}/`));
    return {
        files: await (0,_import_scan_js__WEBPACK_IMPORTED_MODULE_7__/* .importedFiles */ .Y)(tree, own),
        folders: new Set([folder, shared, ...(await (0,_package_files_js__WEBPACK_IMPORTED_MODULE_8__/* .localPackages */ .HB)(tree, folder))]),
    };
};
/** What a function names by paths, from its entry on; enough beside what esbuild found in the other state of the sources. */
const namedParts = async (tree, { folder }) => {
    const entries = [...(await tree.files())].filter((file) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(file) === folder && node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(file).startsWith('index.'));
    return { files: await (0,_import_scan_js__WEBPACK_IMPORTED_MODULE_7__/* .importedFiles */ .Y)(tree, entries), folders: new Set() };
};
/** Signs of the folder that a site is built in. */
const siteMarks = /^(?:package\.json|index\.html|[^/]+\.config\.[cm]?[jt]s)$/;
/**
 * A site's folder is the nearest one above its build that looks like a project's; with what it takes from elsewhere. Of
 * another repository's build nothing is here but the file, where it is named by a path.
 */
async function siteParts(tree, build) {
    if (typeof build !== 'string') {
        const files = new Set((0,_config_parse_system_js__WEBPACK_IMPORTED_MODULE_2__/* .isAddress */ .PW)(build.artifact) ? [] : [node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(build.artifact)]);
        return { folder: null, files, folders: new Set() };
    }
    const files = await tree.files();
    const marked = new Set([...files].filter((file) => siteMarks.test(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(file))).map((file) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(file)));
    let folder = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(build).replace(/\/$/, ''));
    while (folder !== '.' && !marked.has(folder))
        folder = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(folder);
    const own = [...files].filter((file) => folder === '.' || file.startsWith(`${folder}/`));
    return {
        folder,
        files: await (0,_import_scan_js__WEBPACK_IMPORTED_MODULE_7__/* .importedFiles */ .Y)(tree, own),
        folders: new Set([folder, ...(await (0,_package_files_js__WEBPACK_IMPORTED_MODULE_8__/* .localPackages */ .HB)(tree, folder))]),
    };
}
function templatesOf(tree) {
    return [tree.template, ...[...tree.children.values()].flatMap(templatesOf)];
}
function renewedWith(template) {
    return (0,_release_renewal_js__WEBPACK_IMPORTED_MODULE_5__/* .renewalsOf */ .Z)(template)
        .flatMap(({ templates }) => templates)
        .filter((name) => name !== 'self')
        .map((name) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(template.file), name)));
}


/***/ }),

/***/ 4416:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ fedBy),
/* harmony export */   q: () => (/* binding */ evaluateTree)
/* harmony export */ });
/* harmony import */ var _evaluate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1579);
/* harmony import */ var _evaluated_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(607);
/* harmony import */ var _parameter_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7832);
var _a;



/**
 * Evaluates a template with all that it nests, as CloudFormation would at a first creation: a parent's values go into its
 * children's parameters, the children's outputs come back. What only the deployment can tell stays unresolved.
 */
function evaluateTree(tree, scope) {
    return new StackEvaluation(tree, scope, [], scope.parameters, scope.pseudo).stack();
}
class StackEvaluation {
    #tree;
    #given;
    #path;
    #scope;
    #children = new Map();
    /** Children whose parameters are being evaluated: a circle among them stays unresolved. */
    #open = new Set();
    constructor(tree, given, path, parameters, pseudo) {
        this.#tree = tree;
        this.#given = given;
        this.#path = path;
        const { body } = tree.template;
        this.#scope = {
            body,
            parameters: (0,_parameter_values_js__WEBPACK_IMPORTED_MODULE_2__/* .parameterValues */ .oM)(body, parameters, path),
            pseudo,
            path,
            resource: (logicalId, attribute) => this.#resource(logicalId, attribute),
        };
    }
    stack() {
        const { template } = this.#tree;
        const existing = Object.entries(template.body.Resources)
            .map(([logicalId, resource]) => ({ logicalId, resource, exists: this.#exists(resource.Condition) }))
            .filter(({ exists }) => exists !== false);
        const resources = existing.map(({ logicalId, resource, exists }) => ({
            logicalId,
            type: resource.Type,
            exists: exists === true ? 'yes' : 'possible',
            properties: (0,_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluate */ ._)(resource.Properties ?? {}, this.#scope),
            deletionPolicy: this.#policy(resource.DeletionPolicy),
            updateReplacePolicy: this.#policy(resource.UpdateReplacePolicy),
            at: template.locateKey(['Resources', logicalId]),
        }));
        const children = existing.flatMap(({ logicalId }) => {
            const child = this.#child(logicalId);
            return child === null ? [] : [[logicalId, child.stack()]];
        });
        const outputs = Object.keys(template.body.Outputs ?? {}).flatMap((name) => {
            const value = this.output(name);
            return value === null ? [] : [[name, value]];
        });
        return {
            path: this.#path,
            template,
            parameters: this.#scope.parameters,
            resources,
            children: new Map(children),
            outputs: Object.fromEntries(outputs),
        };
    }
    /** `null` where there is none, or where its condition is false. */
    output(name) {
        const output = this.#tree.template.body.Outputs?.[name];
        if (output === undefined)
            return null;
        const exists = this.#exists(output.Condition);
        if (exists === false)
            return null;
        const value = (0,_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluate */ ._)(output.Value, this.#scope);
        return exists === true ? value : (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .unresolved */ .II)(`\${${name}}`, (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .lineage */ .OZ)(value));
    }
    #exists(condition) {
        if (condition === undefined)
            return true;
        const decided = (0,_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluateCondition */ .F)(condition, this.#scope);
        return typeof decided === 'boolean' ? decided : 'possible';
    }
    #policy(policy) {
        return policy === undefined ? { kind: 'none' } : (0,_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluate */ ._)(policy, this.#scope);
    }
    #resource(logicalId, attribute) {
        const known = this.#given.resource?.(this.#path, logicalId, attribute);
        if (known !== undefined || attribute?.startsWith('Outputs.') !== true)
            return known;
        if (this.#open.has(logicalId))
            return undefined;
        const output = attribute.slice('Outputs.'.length);
        const value = this.#child(logicalId)?.output(output) ?? null;
        if (value === null) {
            if (this.#tree.children.get(logicalId)?.template.body.Outputs?.[output] !== undefined) {
                this.#given.onAbsentOutput?.({ path: this.#path, template: this.#tree.template, logicalId, output });
            }
            return undefined;
        }
        if (value.kind === 'value' || value.kind === 'none')
            return value;
        const from = (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .lineage */ .OZ)(value);
        const source = (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .lineageOf */ .bQ)([...this.#path, `${logicalId}.${attribute}`].join('/'));
        return (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .unresolved */ .II)(`\${${logicalId}.${attribute}}`, { ...source, secret: from.secret });
    }
    #child(logicalId) {
        const made = this.#children.get(logicalId);
        if (made)
            return made;
        const tree = this.#tree.children.get(logicalId);
        const resource = this.#tree.template.body.Resources[logicalId];
        if (tree === undefined || resource === undefined)
            return null;
        if (this.#exists(resource.Condition) === false)
            return null;
        this.#open.add(logicalId);
        const given = (0,_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluate */ ._)(resource.Properties?.['Parameters'] ?? {}, this.#scope);
        this.#open.delete(logicalId);
        const parameters = given.kind === 'map'
            ? Object.fromEntries([...given.entries].filter(([, value]) => value.kind !== 'none'))
            : {};
        const pseudo = Object.fromEntries(Object.entries(this.#scope.pseudo).filter(([name]) => name !== 'stackName' && name !== 'stackId'));
        const child = new _a(tree, this.#given, [...this.#path, logicalId], parameters, pseudo);
        this.#children.set(logicalId, child);
        return child;
    }
}
_a = StackEvaluation;
/** The lineage of a value that an earlier stack of the deployment feeds: `edge.LogBucket`. */
function fedBy(stack, output) {
    const name = `${stack}.${output}`;
    return (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .unresolved */ .II)(`\${${name}}`, (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .lineageOf */ .bQ)(name));
}


/***/ })

};
