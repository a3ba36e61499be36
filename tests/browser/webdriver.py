# SPDX-License-Identifier: Apache-2.0
"""A browser without a screen, by the W3C WebDriver protocol: what the tests need and no more."""
import json
import os
import shutil
import subprocess
import time
import urllib.error
import urllib.request

DIRECTLY = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # no proxy to ourselves
DRIVERS = ("chromedriver",)
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def missing():
    """What a run of the browser lacks, as a sentence; None when it lacks nothing."""
    for names, package in ((BROWSERS, "chromium"), (DRIVERS, "chromium-driver")):
        if not any(shutil.which(name) for name in names):
            return f"{package} is not installed (see .ci/packages-browser)"
    return None


class Browser:
    """One headless Chromium; a context manager that ends the processes it started."""

    def __enter__(self):
        driver = next(filter(None, map(shutil.which, DRIVERS)))
        self.process = subprocess.Popen(
            [driver, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            self.root = f"http://127.0.0.1:{self._port()}"
            self.session = self._send("POST", "/session", {"capabilities": {"alwaysMatch": {
                "browserName": "chrome",
                "goog:loggingPrefs": {"browser": "ALL"},
                "goog:chromeOptions": {"binary": next(filter(None, map(shutil.which, BROWSERS))),
                                       "args": self._arguments()}}}})["sessionId"]
        except BaseException:
            self.process.kill()
            raise
        return self

    def __exit__(self, *unused):
        try:
            self._send("DELETE", f"/session/{self.session}")
        finally:
            self.process.terminate()
            self.process.wait(timeout=20)
            self.process.stdout.close()

    @staticmethod
    def _arguments():
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        return ["--headless=new", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage",
                *(["--no-sandbox"] if root else [])]

    def _port(self):
        deadline = time.monotonic() + 30
        for line in self.process.stdout:
            if "successfully on port " in line:
                return int(line.rsplit("on port ", 1)[1].strip().rstrip("."))
            if time.monotonic() > deadline:
                break
        raise RuntimeError("chromedriver did not start")

    def _send(self, method, path, body=None):
        data = json.dumps(body or {}).encode() if method == "POST" else None
        request = urllib.request.Request(self.root + path, data=data, method=method,
                                         headers={"Content-Type": "application/json"})
        try:
            with DIRECTLY.open(request, timeout=60) as reply:
                return json.load(reply)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(json.load(error)["value"]["message"]) from None

    def send(self, path, body=None):
        return self._send("POST", f"/session/{self.session}{path}", body)

    def open(self, file):
        self.send("/url", {"url": "file://" + os.path.abspath(file)})

    def run(self, script, *arguments):
        """The value that `script`, the body of a function, returns."""
        return self.send("/execute/sync", {"script": script, "args": list(arguments)})

    def click(self, selector):
        self.send(f"/element/{self._element(selector)}/click")

    def type(self, selector, text):
        self.send(f"/element/{self._element(selector)}/value", {"text": text})

    def _element(self, selector):
        found = self.send("/element", {"using": "css selector", "value": selector})
        return next(iter(found.values()))

    def press(self, key):
        """A key on whatever has the focus."""
        self.send("/actions", {"actions": [{"type": "key", "id": "keys", "actions": [
            {"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]}]})

    def devtools(self, command, **parameters):
        return self.send("/goog/cdp/execute", {"cmd": command, "params": parameters})

    def size(self, width, height=900):
        self.devtools("Emulation.setDeviceMetricsOverride", width=width, height=height,
                      deviceScaleFactor=1, mobile=width < 600)

    def media(self, kind="", **features):
        self.devtools("Emulation.setEmulatedMedia", media=kind, features=[
            {"name": name.replace("_", "-"), "value": value} for name, value in features.items()])

    def messages(self):
        """What the browser wrote to its console since the last call: refused scripts and the like."""
        return [entry["message"] for entry in self.send("/se/log", {"type": "browser"})]

    def screenshot(self, file):
        import base64
        size = self.devtools("Page.getLayoutMetrics")["cssContentSize"]
        shot = self.devtools("Page.captureScreenshot", captureBeyondViewport=True, clip={
            "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1})
        with open(file, "wb") as out:
            out.write(base64.b64decode(shot["data"]))
