"""Serves several FastAPI apps on free ports of this machine, at a time that stands still, until its input ends.

Its one argument is JSON: {"now": seconds, "apps": {name: {"file": path, "upstream": name of another, or null}}}. It
prints JSON in one line: {"ports": {name: port}, "versions": {name: version}}. An app that calls another gets that
one's place; the name "nobody" is a place where nobody listens.
"""

import asyncio
import base64
import datetime
import importlib.util
import json
import os
import socket
import sys
import time
from importlib.metadata import PackageNotFoundError, version

import uvicorn

job = json.loads(sys.argv[1])

# Before anything else takes the clock with it: python-jose and the apps ask for the time by these names.
real = datetime.datetime


class StoppedClock(real):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(job["now"], tz)

    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(job["now"])


datetime.datetime = StoppedClock
time.time = lambda: float(job["now"])


def load(name, file):
    folder = os.path.dirname(file)
    sys.path.insert(0, folder)
    spec = importlib.util.spec_from_file_location(f"twin_{name}", file)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    sys.path.remove(folder)
    return module


def hash_cheaply(module):
    """The same passwords at the lowest cost: nothing else about a login changes."""
    passwords = getattr(module, "passwords", None)
    if passwords:
        passwords.update(bcrypt__rounds=4)
        for user in module.users.values():
            right = passwords.verify("secret", user.hashed_password)
            user.hashed_password = passwords.hash("secret" if right else os.urandom(8).hex())


def versions():
    """What decides how the twins answer: packages, and whether base64 reads on after its padding.

    Python reads on since a bug fix, which some releases of one minor version have and others have not.
    """
    packages = ["fastapi", "starlette", "pydantic", "python-multipart"]
    return {
        **{package: installed(package) for package in packages},
        "base64": "1" if base64.b64decode("YWI=Y") != b"ab" else "0",
    }


def installed(package):
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def free_socket():
    # By its name, or asyncio lets each small answer wait for the client's word that the last one came.
    bound = socket.socket(proto=socket.IPPROTO_TCP)
    bound.bind(("127.0.0.1", 0))
    return bound


async def main():
    sockets = {name: free_socket() for name in [*job["apps"], "nobody"]}
    ports = {name: bound.getsockname()[1] for name, bound in sockets.items()}
    servers = []
    for name, app in job["apps"].items():
        if app["upstream"]:
            os.environ["AUTH_SERVER_URL"] = f"http://127.0.0.1:{ports[app['upstream']]}"
        module = load(name, app["file"])
        hash_cheaply(module)
        config = uvicorn.Config(module.app, log_level="critical", access_log=False)
        servers.append((uvicorn.Server(config), sockets[name]))
    serving = asyncio.gather(*(server.serve(sockets=[bound]) for server, bound in servers))
    while not all(server.started for server, _ in servers):
        await asyncio.sleep(0.01)
    print(json.dumps({"ports": ports, "versions": versions()}), flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    for server, _ in servers:
        server.should_exit = True
    await serving


asyncio.run(main())
