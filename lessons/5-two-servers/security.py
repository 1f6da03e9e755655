"""What the client server builds on: origins, calls elsewhere, tokens."""

import re
import ssl
import time
from typing import Union
from urllib.parse import urlsplit

import httpx
from fastapi import HTTPException, Request
from jose import JWTError, jwt

# Read once: it takes a while to load what a machine trusts.
TLS = ssl.create_default_context()

# The longest that a cookie may live, 400 days in seconds.
LONGEST = 34_560_000


def same_origin_only(request: Request):
    """Lets through what its own pages send, and what no browser sent."""
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    if site is None:
        host = request.headers.get("Host")
        is_own = origin is None or urlsplit(origin).netloc == host
    else:
        is_own = site in ("same-origin", "none")
    if not is_own:
        raise HTTPException(403, detail="Sent from another origin")


def sent_over_tls(request: Request) -> bool:
    """Whether who sent it speaks TLS, to it or to a proxy before it."""
    origin = request.headers.get("Origin", "")
    return request.url.scheme == "https" or origin.startswith("https:")


def ask_upstream(method: str, url: str, **sent):
    """Asks another server for JSON: its status, and None where it is none."""
    try:
        answer = httpx.request(method, url, timeout=4, verify=TLS, **sent)
    except httpx.TimeoutException:
        raise HTTPException(504, detail="The auth server takes too long")
    except httpx.HTTPError:
        raise HTTPException(502, detail="The auth server cannot be reached")
    if 300 <= answer.status_code < 400:
        raise HTTPException(502, detail="The auth server sent us elsewhere")
    try:
        return answer.status_code, answer.json()
    except ValueError:
        return answer.status_code, None


def is_token(value) -> bool:
    """Whether it may be put into a header as a token (RFC 6750, b64token)."""
    return isinstance(value, str) and bool(
        re.fullmatch(r"[A-Za-z0-9._~+/-]{1,8192}=*", value, re.ASCII)
    )


def seconds_left(token: str) -> Union[int, None]:
    """How long a JWT says that it counts: read, and not verified."""
    try:
        exp = jwt.get_unverified_claims(token).get("exp")
    except JWTError:
        return None
    if not isinstance(exp, (int, float)):
        return None
    return min(LONGEST, max(0, int(exp - time.time())))
