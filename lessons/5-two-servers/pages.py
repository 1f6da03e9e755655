"""The pages of the client server: what comes from elsewhere is escaped."""

import json
from html import escape

from fastapi import Request
from fastapi.responses import HTMLResponse


def page(title: str, content: str, status: int = 200) -> HTMLResponse:
    """Answers with a page."""
    text = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{escape(title)}</title>
</head>
<body>{content}</body>
</html>
"""
    return HTMLResponse(text, status)


def wants_page(request: Request) -> bool:
    """Whether a browser asks for something to show to a person."""
    return "text/html" in request.headers.get("Accept", "")


def login(sentence: str = "", root: str = "") -> str:
    """The login form, below a sentence if there is something to say."""
    return f"""<p>{escape(sentence)}</p>
<form action="{root}get-token" method="post">
<input type="text" name="username" placeholder="Username">
<input type="password" name="password" placeholder="Password">
<input type="submit" value="Login">
</form>"""


def nav(request: Request, root: str = "") -> str:
    """Where somebody who is logged in can go on; for a person only."""
    if not wants_page(request):
        return ""
    return f"""<nav>
<a href="{root}test-users-me">Your data</a>
<a href="{root}test-users-me-items">Your items</a>
<a href="{root or './'}">Login page</a>
<form action="{root}logout" method="post">
<input type="submit" value="Log out">
</form>
</nav>"""


def refusal(request: Request, detail, status: int) -> HTMLResponse:
    """A refusal as a page: what it says and, for a person, the form."""
    sentence = (
        detail
        if isinstance(detail, str)
        else "; ".join(f"{one['loc'][-1]}: {one['msg']}" for one in detail)
    )
    content = escape(sentence)
    if wants_page(request):
        root = "../" * (request.url.path.count("/") - 1)
        content = login(sentence, root) + nav(request, root)
    return page("Not done" if status < 500 else "Not now", content, status)


def table(data) -> str:
    """One object after the other, each key before its value."""
    items = data if isinstance(data, list) else [data]
    return "".join(f"<dl>{rows(item)}</dl>" for item in items)


def rows(item) -> str:
    pairs = item.items() if isinstance(item, dict) else []
    return "".join(
        f"<dt>{escape(key)}</dt><dd>{escape(in_words(value))}</dd>"
        for key, value in pairs
    )


def in_words(value) -> str:
    return value if isinstance(value, str) else json.dumps(value)
