// main.js CONTENT - the content as an editor sees it that knows the schemas of CONTENT/.schema.
"use strict";

const fs = require("fs");
const path = require("path");
const { pathToFileURL } = require("url");
const { Server } = require("./server");

const content = path.resolve(process.argv[2]);
const server = new Server();

// The files of the content, and what describes them.
const kinds = [
    ["agreements", "agreement"], ["partners", "partner"], ["documents", "document"],
    ["opportunities", "opportunity"], ["targets", "target"], ["history", "history"],
    ["published", "published"],
];

function yamlFiles(dir) {
    return fs.readdirSync(dir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
        .flatMap((entry) => {
            const file = path.join(dir, entry.name);
            return entry.isDirectory() ? yamlFiles(file) : file.endsWith(".yaml") ? [file] : [];
        });
}

function described() {
    const list = kinds.flatMap(([folder, schema]) =>
        yamlFiles(path.join(content, folder)).map((file) => [file, schema]));
    for (const file of yamlFiles(path.join(content, "vocabulary")))
        list.push([file, path.basename(file, ".yaml")]);
    list.push([path.join(content, "site.yaml"), "site"]);
    return list;
}

// With the line that names the schema, as files made by accord begin.
function withSchema(file, schema, text) {
    const to = path.relative(path.dirname(file), path.join(content, ".schema", `${schema}.json`));
    return `# yaml-language-server: $schema=${to}\n${text}`;
}

function tell(good, name, why) {
    console.log(good ? `ok editor: ${name}` : `not ok editor: ${name}: ${why}`);
}

async function underlined(file, schema, text) {
    const uri = pathToFileURL(file).href;
    const found = await server.open(uri, withSchema(file, schema, text));
    server.close(uri);
    return found.map((d) => `${path.basename(file)}:${d.range.start.line}: ${d.message}`);
}

async function soundFiles() {
    // All at once: the server waits a little before it looks at a file.
    const files = described();
    const wrong = (await Promise.all(files.map(([file, schema]) =>
        underlined(file, schema, fs.readFileSync(file, "utf8"))))).flat();
    tell(files.length > 300 && wrong.length === 0, "nothing is underlined in files without a fault",
        `${files.length} files; ${wrong.slice(0, 5).join("; ")}`);
}

// Faults that accord check reports as well: [what, the line as it stands, the line with the fault].
const faults = [
    ["an unknown key", "objective:", "objectif:"],
    ["an unknown kind", "kind: voluntary-contribution", "kind: voluntary"],
    ["a date of another form", "signed: 2024-05-14", "signed: 14/05/2024"],
    ["a partner who is not on file", "partners: [unicef]", "partners: [unicf]"],
    ["a currency that is none", "currency: USD", "currency: US$"],
    ["an amount with words", "amount: 1000.00", "amount: a thousand"],
    ["a region that is none", "regions: [AFR]", "regions: [Africa]"],
    ["a country by its name", "countries: [KE]", "countries: [Kenya]"],
    ["a goal beyond the seventeenth", "sdgs: [9]", "sdgs: [18]"],
    ["a language that is none", "title: {en: One", "title: {eng: One"],
    ["a word that is no choice", "publish: public", "publish: secret"],
    ["no partners", "partners: [unicef]", "partners: []"],
    ["a missing key", "signed: 2024-05-14", "# signed"],
];
const sound = `id: bdt-2024-990
title: {en: One, es: Uno}
kind: voluntary-contribution
signed: 2024-05-14
partners: [unicef]
contributions:
  - {from: unicef, amount: 1000.00, currency: USD}
  - {from: itu, amount: 20, currency: USD}
regions: [AFR]
countries: [KE]
sdgs: [9]
objective: What it is for.
publish: public
sample: true
`;

function file(number) {
    return path.join(content, "agreements", "2024", `bdt-2024-${number}.yaml`);
}

async function faultyLines() {
    // Each a file of its own: the server tells of closed ones, too.
    for (const [i, [what, before, after]] of faults.entries()) {
        if (!sound.includes(before))
            throw new Error(`"${before}" is not in the sample`);
        const text = sound.replace(before, after);
        const line = 1 + text.slice(0, text.indexOf(after)).split("\n").length - 1;
        const found = await underlined(file(900 + i), "agreement", text);
        const there = found.some((d) => d.includes(`:${line}:`) || what === "a missing key");
        tell(there, `${what} is underlined`, found.join("; ") || "nothing is");
    }
}

async function help() {
    const uri = pathToFileURL(file(990)).href;
    const text = withSchema(file(990), "agreement", sound.replace("partners: [unicef]", "partners: [uni]") + "cou\n");
    const lines = text.split("\n");
    const at = (needle, offset) => {
        const line = lines.findIndex((l) => l.includes(needle));
        return { line, character: lines[line].indexOf(needle) + offset };
    };
    await server.open(uri, text);
    const partners = await server.complete(uri, at("[uni]", 4));
    tell(partners.includes("unicef"), "partners are completed", partners.slice(0, 5).join(" "));
    const keys = await server.complete(uri, { line: lines.length - 2, character: 3 });
    tell(keys.includes("initiatives") && !keys.includes("regions"),
        "keys that are not there yet are completed", keys.join(" "));
    const hover = await server.hover(uri, at("kind:", 2));
    tell(hover.includes("What kind of instrument it is"), "keys are explained", hover || "nothing is said");
    server.close(uri);
}

async function main() {
    await server.start(pathToFileURL(content).href);
    await soundFiles();
    await faultyLines();
    await help();
}

main().catch((error) => console.log(`not ok editor: ${error.stack}`)).finally(() => server.stop());
