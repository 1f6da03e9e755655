from datetime import datetime, timedelta, timezone
from typing import Union

from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer, OAuth2PasswordRequestForm
from jose import JWTError, jwt
from passlib.context import CryptContext
from pydantic import BaseModel

# #region key
# The key printed in the tutorial: everybody has it, and can sign with it.
SECRET_KEY = "09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7"
ACCESS_TOKEN_EXPIRE_MINUTES = 30
ALGORITHM = "HS256"
# #endregion


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
        # bcrypt of "secret", at cost 12.
        hashed_password=(
            "$2b$12$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31lW"
        ),
    ),
}
# #endregion

# passlib 1.7 fails with bcrypt 5; its successor libpass does not.
passwords = CryptContext(schemes=["bcrypt"])

# #region scheme
oauth2_scheme = OAuth2PasswordBearer(tokenUrl="token")
# #endregion


def unauthorized(detail: str):
    headers = {"WWW-Authenticate": "Bearer"}
    return HTTPException(401, detail=detail, headers=headers)


# #region current-user
def current_user(token: str = Depends(oauth2_scheme)):
    try:
        claims = jwt.decode(token, SECRET_KEY, algorithms=[ALGORITHM])
    except JWTError:
        raise unauthorized("Could not validate credentials")
    user = users.get(claims.get("sub"))
    if not user:
        raise unauthorized("Could not validate credentials")
    return user
# #endregion


# #region active-user
def current_active_user(user: StoredUser = Depends(current_user)):
    if user.disabled:
        raise HTTPException(400, detail="Inactive user")
    return user
# #endregion


class Token(BaseModel):
    access_token: str
    token_type: str


app = FastAPI()


# #region login
@app.post("/token", response_model=Token)
def login_for_access_token(form: OAuth2PasswordRequestForm = Depends()):
    user = users.get(form.username)
    # Without a hash it takes as long, and is wrong.
    right = passwords.verify(form.password, user and user.hashed_password)
    if not user or not right:
        raise unauthorized("Incorrect username or password")
    lifetime = timedelta(minutes=ACCESS_TOKEN_EXPIRE_MINUTES)
    access_token = jwt.encode(
        {"sub": user.username, "exp": datetime.now(timezone.utc) + lifetime},
        SECRET_KEY,
        algorithm=ALGORITHM,
    )
    return {"access_token": access_token, "token_type": "bearer"}
# #endregion


# #region me
@app.get("/users/me/", response_model=User)
def read_users_me(active_user: StoredUser = Depends(current_active_user)):
    return active_user
# #endregion


# #region items
@app.get("/users/me/items/")
def read_own_items(active_user: StoredUser = Depends(current_active_user)):
    return [{"item_id": "Foo", "owner": active_user.username}]
# #endregion
