import os
from html import escape

from fastapi import Depends, FastAPI, Form, Request
from fastapi.exception_handlers import (
    http_exception_handler,
    request_validation_exception_handler,
)
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from pages import login, nav, page, refusal, table, wants_page
from security import (
    ask_upstream,
    is_token,
    same_origin_only,
    seconds_left,
    sent_over_tls,
)

# #region upstream
auth_server = os.environ.get("AUTH_SERVER_URL", "http://localhost:8000")
# #endregion

app = FastAPI()

# #region headers
headers = {
    "Content-Security-Policy": (
        "default-src 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


@app.middleware("http")
async def send_headers(request: Request, call_next):
    response = await call_next(request)
    # FastAPI's own page of docs runs scripts.
    if request.url.path == app.docs_url:
        return response
    response.headers.update(headers)
    # With no-referrer, a browser would not name the origin of its own forms.
    is_page = response.headers.get("Content-Type", "").startswith("text/html")
    referrer_policy = "same-origin" if is_page else "no-referrer"
    response.headers["Referrer-Policy"] = referrer_policy
    return response


@app.exception_handler(HTTPException)
async def refuse(request: Request, error: HTTPException):
    if error.status_code < 502 and not wants_page(request):
        return await http_exception_handler(request, error)
    return refusal(request, error.detail, error.status_code)


@app.exception_handler(RequestValidationError)
async def refuse_form(request: Request, error: RequestValidationError):
    if not wants_page(request):
        return await request_validation_exception_handler(request, error)
    return refusal(request, error.errors(), 422)
# #endregion


@app.get("/")
def get_login_form():
    return page("Login", login())


own_pages = [Depends(same_origin_only)]


# #region login
@app.post("/get-token", dependencies=own_pages)
def get_token(request: Request, username: str = Form(), password: str = Form()):
    status, json = ask_upstream(
        "POST",
        f"{auth_server}/token",
        data={"username": username, "password": password},
    )
    if status in (400, 401, 403, 422):
        return page("Login", login("Login failed"), 401)
    token = json.get("access_token") if isinstance(json, dict) else None
    if status != 200 or not is_token(token):
        is_busy = status in (503, 429)
        detail = "The auth server gave no token"
        raise HTTPException(503 if is_busy else 502, detail)
    content = f"Logged in as {escape(username)}{nav(request)}"
    response = page("Main Page", content)
    # #region cookie
    response.set_cookie(
        "jwt_token",
        token,
        httponly=True,
        samesite="lax",
        secure=sent_over_tls(request),
        max_age=seconds_left(token),
    )
    # #endregion
    return response
# #endregion


# #region logout
@app.post("/logout", dependencies=own_pages)
def logout():
    return forget("Logged out", 200)


def forget(title: str, status: int):
    response = page(title, login(title), status)
    response.delete_cookie("jwt_token")
    return response
# #endregion


# #region data
@app.get("/test-users-me")
def test_users_me(request: Request):
    return show_data(request, "/users/me/")


@app.get("/test-users-me-items")
def test_users_me_items(request: Request):
    return show_data(request, "/users/me/items/")


def show_data(request: Request, path: str):
    token = request.cookies.get("jwt_token")
    if not is_token(token):
        raise HTTPException(401, "No access token available")
    status, json = ask_upstream(
        "GET",
        auth_server + path,
        headers={"Authorization": f"Bearer {token}"},
    )
    if status == 401:
        return forget("Please log in again", 401)
    if status != 200 or not isinstance(json, (dict, list)):
        raise HTTPException(502, "The auth server gave no data")
    return page("Data", table(json) + nav(request))
# #endregion
