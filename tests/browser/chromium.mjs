// A browser without a window, spoken to over a pipe: the DevTools protocol, with no library between.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const PATIENCE = 180_000;

export class Browser {
  static async start(program) {
    const browser = new Browser();
    browser.folder = mkdtempSync(join(tmpdir(), "gapcheck-browser-"));
    const options = [
      "--headless=new",
      "--remote-debugging-pipe",
      `--user-data-dir=${browser.folder}`,
      "--no-first-run",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-component-update",
      "--disable-background-networking",
      "--force-color-profile=srgb",
      "--hide-scrollbars",
    ];
    // Whoever is root, as in a container, has no sandbox to run in.
    if (process.getuid?.() === 0) options.push("--no-sandbox");
    const stdio = ["ignore", "ignore", "pipe", "pipe", "pipe"];
    browser.process = spawn(program, options, { stdio });
    browser.errors = "";
    browser.process.stderr.on("data", (data) => (browser.errors += data));
    browser.process.on("error", (error) => browser.end(error));
    browser.process.on("exit", () => browser.end(new Error(`the browser has ended: ${browser.errors}`)));
    browser.next = 1;
    browser.waiting = new Map();
    browser.pages = new Map();
    let buffer = Buffer.alloc(0);
    browser.process.stdio[4].on("data", (data) => {
      buffer = Buffer.concat([buffer, data]);
      for (let end = buffer.indexOf(0); end >= 0; end = buffer.indexOf(0)) {
        browser.hear(JSON.parse(buffer.subarray(0, end).toString("utf8")));
        buffer = buffer.subarray(end + 1);
      }
    });
    await browser.send("Browser.getVersion");
    return browser;
  }

  end(error) {
    for (const { fail } of this.waiting.values()) fail(error);
    this.waiting.clear();
  }

  hear(message) {
    if (message.id === undefined) {
      this.pages.get(message.sessionId)?.hear(message.method, message.params);
      return;
    }
    const { done, fail } = this.waiting.get(message.id) ?? {};
    this.waiting.delete(message.id);
    if (message.error) fail?.(new Error(message.error.message));
    else done?.(message.result);
  }

  send(method, params = {}, sessionId = undefined) {
    const id = this.next++;
    this.process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((done, fail) => {
      const late = setTimeout(() => {
        this.waiting.delete(id);
        fail(new Error(`${method} took too long`));
      }, PATIENCE);
      const settle = (end) => (value) => {
        clearTimeout(late);
        end(value);
      };
      this.waiting.set(id, { done: settle(done), fail: settle(fail) });
    });
  }

  /** Opens a file; `size` is of the window, `dark` the reader's wish, `scripts` whether they run. */
  async open(file, { size = [1280, 900], dark = false, scripts = true, phone = false } = {}) {
    const { targetId } = await this.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await this.send("Target.attachToTarget", { targetId, flatten: true });
    const page = new Page(this, sessionId, targetId);
    this.pages.set(sessionId, page);
    await this.send("Browser.grantPermissions", { permissions: ["clipboardReadWrite"] });
    for (const domain of ["Page", "Runtime", "Log", "Network"]) await page.send(`${domain}.enable`);
    const [width, height] = size;
    await page.send("Emulation.setDeviceMetricsOverride", {
      width,
      height,
      deviceScaleFactor: phone ? 2 : 1,
      mobile: phone,
    });
    const features = [{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }];
    await page.send("Emulation.setEmulatedMedia", { features });
    await page.send("Emulation.setScriptExecutionDisabled", { value: !scripts });
    const loaded = page.once("Page.loadEventFired");
    const [path, fragment] = file.split("#");
    const url = pathToFileURL(path).href + (fragment ? `#${fragment}` : "");
    await page.send("Page.navigate", { url });
    await loaded;
    return page;
  }

  async close() {
    const ended = new Promise((done) => this.process.once("exit", done));
    await this.send("Browser.close").catch(() => {});
    await ended;
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

class Page {
  constructor(browser, sessionId, targetId) {
    Object.assign(this, { browser, sessionId, targetId, complaints: [], requests: [], expected: [] });
  }

  send(method, params) {
    return this.browser.send(method, params, this.sessionId);
  }

  once(method) {
    return new Promise((done) => this.expected.push({ method, done }));
  }

  hear(method, params) {
    if (method === "Page.javascriptDialogOpening") {
      this.complaints.push(`a dialog: ${params.message}`);
      this.send("Page.handleJavaScriptDialog", { accept: false });
    } else if (method === "Runtime.exceptionThrown") {
      this.complaints.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
    } else if (method === "Runtime.consoleAPICalled") {
      this.complaints.push(params.args.map((one) => one.value ?? one.description).join(" "));
    } else if (method === "Log.entryAdded") {
      this.complaints.push(`${params.entry.text} ${params.entry.url ?? ""}`);
    } else if (method === "Network.requestWillBeSent") {
      this.requests.push(params.request.url);
    }
    for (const one of this.expected.filter((one) => one.method === method)) one.done(params);
    this.expected = this.expected.filter((one) => one.method !== method);
  }

  /** The value of an expression in the page; the page's own rules on scripts don't bind it. */
  async value(expression) {
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", {
      expression,
      returnByValue: true,
      awaitPromise: true,
      userGesture: true,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }

  async press(key, { shift = false } = {}) {
    const codes = { Tab: 9, Enter: 13, ArrowUp: 38, ArrowDown: 40 };
    const event = { key, code: key, windowsVirtualKeyCode: codes[key], modifiers: shift ? 8 : 0 };
    const text = key === "Enter" ? "\r" : undefined;
    await this.send("Input.dispatchKeyEvent", { type: "keyDown", text, ...event });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
  }

  async picture({ whole = false } = {}) {
    const { data } = await this.send("Page.captureScreenshot", { captureBeyondViewport: whole });
    return Buffer.from(data, "base64");
  }

  async print(inches = [8.27, 11.69]) {
    const [paperWidth, paperHeight] = inches;
    const { data } = await this.send("Page.printToPDF", {
      paperWidth,
      paperHeight,
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    return Buffer.from(data, "base64");
  }

  async close() {
    await this.browser.send("Target.closeTarget", { targetId: this.targetId });
    this.browser.pages.delete(this.sessionId);
  }
}
