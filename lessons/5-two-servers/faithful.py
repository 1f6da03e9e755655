# WEAK ON PURPOSE, as the tutorial's own client server is: nothing to copy.
import json
import os

import httpx
from fastapi import FastAPI, Form, HTTPException, Request
from fastapi.responses import HTMLResponse

# #region upstream
auth_server = os.environ.get("AUTH_SERVER_URL", "http://localhost:8000")
# #endregion

login_page = """<!DOCTYPE html>
<html>
<head><title>Login</title></head>
<body>
<form action="get-token" method="post">
<input type="text" name="username" placeholder="Username">
<input type="password" name="password" placeholder="Password">
<input type="submit" value="Login">
</form>
</body>
</html>
"""

main_page = """<!DOCTYPE html>
<html>
<head><title>Main Page</title></head>
<body></body>
</html>
"""

app = FastAPI(default_response_class=HTMLResponse)


@app.get("/")
def get_login_form():
    return login_page


# #region login
@app.post("/get-token")
def get_token(username: str = Form(), password: str = Form()):
    answer = httpx.post(
        f"{auth_server}/token",
        data={"username": username, "password": password},
    )
    if answer.status_code != 200:
        raise HTTPException(answer.status_code, detail="Login failed")
    token = answer.json()["access_token"]
    # #region cookie
    # Any script of this page can read it, and any other page can send it.
    headers = {"Set-Cookie": f"jwt_token={token}"}
    # #endregion
    # The name goes into the page as it was typed, markup and all.
    content = f"<p>Logged in as {username}</p>{main_page}"
    return HTMLResponse(content, headers=headers)
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
    if not token:
        raise HTTPException(401, detail="No access token available")
    answer = httpx.get(
        auth_server + path,
        headers={"Authorization": f"Bearer {token}"},
    )
    # A refusal of the auth server arrives as a page like any other: 200.
    return json.dumps(answer.json())
# #endregion
