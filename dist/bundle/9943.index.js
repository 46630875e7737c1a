export const id = 9943;
export const ids = [9943];
export const modules = {

/***/ 9943:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cleanedEnvironments: () => (/* binding */ cleanedEnvironments)
/* harmony export */ });
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1036);

/**
 * The environments that are cleaned up: those of the systems that were named, or all.
 * @throws UserError as `loadSystem` and `loadEnvironments`
 */
async function cleanedEnvironments(root, names) {
    const systems = names.length === 0 ? await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .listSystems */ .jB)(root) : [...new Set(names)];
    const cleaned = systems.map(async (name) => {
        const system = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadSystem */ .sb)(root, name);
        const environments = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadEnvironments */ .H2)(root, system);
        return environments.map((environment) => ({ system, environment }));
    });
    return (await Promise.all(cleaned)).flat();
}


/***/ }),

/***/ 3640:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ compareEnvironments)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);

/**
 * A parameter that one environment sets, all set: else an environment silently runs with a default that another does not.
 * One error `CONFIG_PARAMETER_KEYS` for each that is missing, at the stack's place in the file that lacks it.
 */
function compareEnvironments(environments) {
    const seen = new Map();
    for (const { value } of environments) {
        for (const [stack, parameters] of Object.entries(value.values)) {
            for (const parameter of Object.keys(parameters)) {
                const key = `${stack}.${parameter}`;
                const entry = seen.get(key) ?? { stack, parameter, files: [] };
                entry.files.push(value.file);
                seen.set(key, entry);
            }
        }
    }
    return environments.flatMap(({ value, locateKey }) => [...seen.values()]
        .filter(({ files }) => !files.includes(value.file))
        .map(({ stack, parameter, files }) => new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('CONFIG_PARAMETER_KEYS', `values.${stack} has no ${parameter}, which ${files.join(' and ')} set${files.length === 1 ? 's' : ''}; ` +
        'all environments set the same parameters', { at: locateKey(['values', stack]) })));
}


/***/ }),

/***/ 1036:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H2: () => (/* binding */ loadEnvironments),
/* harmony export */   Is: () => (/* binding */ systemFile),
/* harmony export */   S0: () => (/* binding */ readEnvironmentFile),
/* harmony export */   Ye: () => (/* binding */ loadEnvironment),
/* harmony export */   Yk: () => (/* binding */ readSystemFile),
/* harmony export */   jB: () => (/* binding */ listSystems),
/* harmony export */   qU: () => (/* binding */ environmentFile),
/* harmony export */   sb: () => (/* binding */ loadSystem)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6505);
/* harmony import */ var _template_nearest_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(212);
/* harmony import */ var _compare_environments_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3640);
/* harmony import */ var _environment_name_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5899);
/* harmony import */ var _parse_environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6097);
/* harmony import */ var _parse_system_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5059);
/* harmony import */ var _read_checked_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6300);









const parametersFolder = 'params';
/** Where the definition of a system stands, relative to the repository. */
function systemFile(system) {
    return `${parametersFolder}/${system}/system.yml`;
}
/** Where the parameters of an environment stand, relative to the repository. */
function environmentFile(system, environment) {
    return `${parametersFolder}/${system}/${environment}.yml`;
}
/** The systems of a repository, sorted: the folders in `params` that hold a `system.yml`. */
async function listSystems(root) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, parametersFolder), { withFileTypes: true }).catch((error) => {
        if (isNoEntry(error))
            return [];
        throw error;
    });
    const systems = [];
    for (const entry of entries) {
        if (entry.isDirectory() && (await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, systemFile(entry.name)))))
            systems.push(entry.name);
    }
    return systems.sort();
}
/**
 * Reads a system's definition from the repository, and looks whether the files that it names are there.
 *
 * @param root the repository's folder
 * @throws UserError `SYSTEM_UNKNOWN` with the choices, `CONFIG_FILE_MISSING`, and what `parseSystem` throws
 */
async function loadSystem(root, system) {
    return (await readSystemFile(root, system)).value;
}
/** As `loadSystem`, with positions in the file. */
async function readSystemFile(root, system) {
    const systems = await listSystems(root);
    if (!systems.includes(system))
        throw unknownSystem(system, systems);
    const file = systemFile(system);
    const checked = (0,_parse_system_js__WEBPACK_IMPORTED_MODULE_5__/* .readSystem */ .me)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, file), 'utf8'), file);
    const { stacks, smoke } = checked.value;
    const named = [
        ...stacks.map(({ name, template }) => ({ path: ['stacks', name, 'template'], named: template })),
        ...(smoke === null ? [] : [{ path: ['smoke'], named: smoke }]),
    ];
    const errors = [];
    for (const { path, named: target } of named) {
        if (await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, target)))
            continue;
        errors.push(new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('CONFIG_FILE_MISSING', `${path.join('.')} names ${target}, which is not there`, {
            at: checked.locate(path),
        }));
    }
    (0,_read_checked_js__WEBPACK_IMPORTED_MODULE_6__/* .throwAll */ .K)(errors, file);
    return checked;
}
/**
 * Reads one environment of a system from the repository.
 *
 * @param environment `dev`, `sit` or `prod`; anything else is an error with the choices
 * @throws UserError `ENVIRONMENT_UNKNOWN`, `CONFIG_FILE_MISSING`, and what `parseEnvironment` throws
 */
async function loadEnvironment(root, system, environment) {
    return (await readEnvironmentFile(root, system, environment)).value;
}
/** As `loadEnvironment`, with positions in the file. */
async function readEnvironmentFile(root, system, environment) {
    const name = (0,_parse_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .parseEnvironmentName */ .gU)(environment);
    const file = environmentFile(system.system, name);
    const source = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, file), 'utf8').catch((error) => {
        if (!isNoEntry(error))
            throw error;
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('CONFIG_FILE_MISSING', `There is no ${file}; a system has one file for each of ${_environment_name_js__WEBPACK_IMPORTED_MODULE_7__/* .environmentNames */ .i.join(', ')}`);
    });
    return (0,_parse_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .readEnvironment */ .Qo)(source, file, system, name);
}
/**
 * Reads all environments of a system in promotion order, and compares them: the same stacks with the same parameters in each.
 *
 * @throws as `loadEnvironment` for each, all mistakes at once; UserError `CONFIG_PARAMETER_KEYS`
 */
async function loadEnvironments(root, system) {
    const errors = [];
    const read = [];
    for (const name of _environment_name_js__WEBPACK_IMPORTED_MODULE_7__/* .environmentNames */ .i) {
        try {
            read.push(await readEnvironmentFile(root, system, name));
        }
        catch (error) {
            if (!(error instanceof _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo))
                throw error;
            errors.push(...(error instanceof _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserErrors */ .tQ ? error.errors : [error]));
        }
    }
    (0,_read_checked_js__WEBPACK_IMPORTED_MODULE_6__/* .throwAll */ .K)([...errors, ...(0,_compare_environments_js__WEBPACK_IMPORTED_MODULE_3__/* .compareEnvironments */ .O)(read)], `${parametersFolder}/${system.system}`);
    return read.map(({ value }) => value);
}
function unknownSystem(system, systems) {
    if (systems.length === 0) {
        return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('SYSTEM_UNKNOWN', `There is no system ${system}: ${parametersFolder} holds no system.yml`, {
            next: `Write ${systemFile('<system>')}, or run the command in the repository's folder`,
        });
    }
    return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('SYSTEM_UNKNOWN', (0,_template_nearest_js__WEBPACK_IMPORTED_MODULE_8__/* .withHint */ .mu)(`There is no system ${system}; the systems are ${systems.join(', ')}`, (0,_template_nearest_js__WEBPACK_IMPORTED_MODULE_8__/* .suggestion */ .h)(system, systems)));
}
async function exists(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(path).then(() => true, (error) => {
        if (isNoEntry(error))
            return false;
        throw error;
    });
}
function isNoEntry(error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
    return code === 'ENOENT' || code === 'ENOTDIR';
}


/***/ })

};
