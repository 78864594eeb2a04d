// The YAML language server as an editor talks to it (Language Server Protocol 3.17, over pipes).
"use strict";

const { spawn } = require("child_process");

class Server {
    constructor() {
        const bin = require.resolve("yaml-language-server/bin/yaml-language-server");
        this.child = spawn(process.execPath, [bin, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
        this.child.stdout.on("data", (bytes) => this.take(bytes));
        this.bytes = Buffer.alloc(0);
        this.asked = new Map(); // id -> resolve
        this.told = new Map(); // uri -> resolve
        this.last = 0;
    }

    take(bytes) {
        this.bytes = Buffer.concat([this.bytes, bytes]);
        for (;;) {
            const end = this.bytes.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            const length = Number(/Content-Length: (\d+)/.exec(this.bytes.toString("ascii", 0, end))[1]);
            if (this.bytes.length < end + 4 + length)
                return;
            const text = this.bytes.toString("utf8", end + 4, end + 4 + length);
            this.bytes = this.bytes.subarray(end + 4 + length);
            this.heard(JSON.parse(text));
        }
    }

    heard(message) {
        if (message.method === "textDocument/publishDiagnostics") {
            const resolve = this.told.get(message.params.uri);
            if (resolve)
                resolve(message.params.diagnostics);
            return;
        }
        if (message.method && message.id !== undefined) { // it asks us: for settings, or to register
            const result = message.method === "workspace/configuration"
                ? message.params.items.map((item) => (item.section === "yaml" ? Server.settings : null))
                : null;
            this.send({ id: message.id, result });
            return;
        }
        if (this.asked.has(message.id)) {
            this.asked.get(message.id)(message.result);
            this.asked.delete(message.id);
        }
    }

    send(message) {
        const text = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
        this.child.stdin.write(`Content-Length: ${text.length}\r\n\r\n`);
        this.child.stdin.write(text);
    }

    ask(method, params) {
        const id = ++this.last;
        return new Promise((resolve) => {
            this.asked.set(id, resolve);
            this.send({ id, method, params });
        });
    }

    async start(root) {
        await this.ask("initialize", {
            processId: process.pid,
            rootUri: root,
            capabilities: {
                textDocument: { completion: { completionItem: { snippetSupport: false } }, hover: {} },
                workspace: { configuration: true },
            },
        });
        this.send({ method: "initialized", params: {} });
        this.send({ method: "workspace/didChangeConfiguration", params: { settings: { yaml: Server.settings } } });
    }

    // What is underlined in a file with this text.
    open(uri, text) {
        return new Promise((resolve) => {
            this.told.set(uri, resolve);
            this.send({
                method: "textDocument/didOpen",
                params: { textDocument: { uri, languageId: "yaml", version: 1, text } },
            });
        });
    }

    close(uri) {
        this.told.delete(uri);
        this.send({ method: "textDocument/didClose", params: { textDocument: { uri } } });
    }

    async complete(uri, position) {
        const got = await this.ask("textDocument/completion", { textDocument: { uri }, position });
        return (Array.isArray(got) ? got : got.items).map((item) => item.label);
    }

    async hover(uri, position) {
        const got = await this.ask("textDocument/hover", { textDocument: { uri }, position });
        return got ? JSON.stringify(got.contents) : "";
    }

    stop() {
        this.child.kill();
    }
}

Server.settings = {
    validate: true, hover: true, completion: true, yamlVersion: "1.2",
    schemaStore: { enable: false }, format: { enable: false },
};

module.exports = { Server };
