from typing import Union

from fastapi import Depends, FastAPI
from fastapi.security import OAuth2PasswordBearer
from pydantic import BaseModel


class User(BaseModel):
    username: str
    email: Union[str, None] = None
    full_name: Union[str, None] = None
    disabled: Union[bool, None] = None


# #region scheme
oauth2_scheme = OAuth2PasswordBearer(tokenUrl="token")
# #endregion


# #region decode
def fake_decode_token(token: str) -> User:
    return User(
        username=f"{token}fakedecoded",
        email="john@example.com",
        full_name="John Doe",
    )
# #endregion


# #region current-user
def current_user(token: str = Depends(oauth2_scheme)):
    return fake_decode_token(token)
# #endregion


app = FastAPI()


# #region route
@app.get("/users/me")
def read_users_me(user: User = Depends(current_user)):
    # #region handler
    return user
    # #endregion
# #endregion
