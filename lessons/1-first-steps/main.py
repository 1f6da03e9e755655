from fastapi import Depends, FastAPI
from fastapi.security import OAuth2PasswordBearer

# #region scheme
oauth2_scheme = OAuth2PasswordBearer(tokenUrl="token")
# #endregion

app = FastAPI()


# #region route
@app.get("/items/")
def read_items(token: str = Depends(oauth2_scheme)):
    # #region handler
    return {"token": token}
    # #endregion
# #endregion
