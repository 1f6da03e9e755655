from typing import Union

from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer, OAuth2PasswordRequestForm
from pydantic import BaseModel


# #region users
class User(BaseModel):
    username: str
    email: Union[str, None] = None
    full_name: Union[str, None] = None
    disabled: Union[bool, None] = None


class StoredUser(User):
    hashed_password: str


users = {
    "johndoe": StoredUser(
        username="johndoe",
        email="johndoe@example.com",
        full_name="John Doe",
        disabled=False,
        hashed_password="fakehashedsecret",
    ),
    "alice": StoredUser(
        username="alice",
        email="alice@example.com",
        full_name="Alice Wonderson",
        disabled=True,
        hashed_password="fakehashedsecret2",
    ),
}
# #endregion


# #region hash
def fake_hash(password: str) -> str:
    return f"fakehashed{password}"
# #endregion


# #region scheme
oauth2_scheme = OAuth2PasswordBearer(tokenUrl="token")
# #endregion


# #region decode
# The token is the username, and nothing proves it.
def fake_decode_token(token: str):
    return users.get(token)
# #endregion


# #region current-user
def current_user(token: str = Depends(oauth2_scheme)):
    user = fake_decode_token(token)
    if not user:
        raise HTTPException(
            401,
            detail="Not authenticated",
            headers={"WWW-Authenticate": "Bearer"},
        )
    return user
# #endregion


# #region active-user
def current_active_user(user: StoredUser = Depends(current_user)):
    if user.disabled:
        raise HTTPException(400, detail="Inactive user")
    return user
# #endregion


app = FastAPI()


# #region login
@app.post("/token")
def login(form: OAuth2PasswordRequestForm = Depends()):
    user = users.get(form.username)
    if not user or user.hashed_password != fake_hash(form.password):
        raise HTTPException(400, detail="Incorrect username or password")
    return {"access_token": user.username, "token_type": "bearer"}
# #endregion


# #region route
@app.get("/users/me", response_model=User)
def read_users_me(active_user: StoredUser = Depends(current_active_user)):
    # #region handler
    return active_user
    # #endregion
# #endregion
