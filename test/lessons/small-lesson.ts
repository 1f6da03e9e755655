/** A lesson as small as one can be, by file: what the test of a new lesson writes into a copy of the tree. */

const LESSON = `/** A lesson to try things with. */

import { answered } from '../checks.ts'
import type { Lesson } from '../lesson.ts'
import { get } from '../requests.ts'

const lesson: Lesson = {
  slug: 'greeting',
  folder: '90-greeting',
  minutes: 2,
  servers: {
    api: {
      path: 'api',
      app: 'app',
      gates: { 'GET /hello': [{ id: 'route', region: 'hello' }, { id: 'handler', region: 'hello' }] },
    },
  },
  firstRequest: 'hello',
  requests: { hello: get('/hello') },
  pages: [
    {
      kind: 'predict',
      id: 'door',
      request: 'hello',
      options: [
        { id: 'open', right: answered(200) },
        { id: 'closed', right: answered(401) },
      ],
      asked: ({ request }) => request.path === '/hello',
    },
    { kind: 'reading', id: 'recap' },
  ],
  detectors: [],
}

export default lesson
`

const APP = `import { Hono } from 'hono'

const app = new Hono()

// #region hello
app.get('/hello', (c) => c.json({ hello: 'world' }))
// #endregion

export default app
`

const TWIN = `from fastapi import FastAPI

app = FastAPI()


# #region hello
@app.get("/hello")
def hello():
    return {"hello": "world"}
# #endregion
`

const EN = `# A greeting

Nobody is asked who they are.

## A door {#door}

Look at <bp-region name="hello">the route</bp-region>.

### ask

You send <bp-request name="hello">the request</bp-request>. What comes back?

### option open

\`200\`

### option closed

\`401\`

### hint

Is anything asked on the way?

### hint

Look for a guard.

### solution

Choose the first answer and send <bp-request name="hello">the request</bp-request>.

### after

Nothing was asked.

## What to take along {#recap}

- Where nothing guards, everybody passes.

# learned {#learned}

- A route without a dependency answers everybody.

# notes {#notes}

Two minutes.
`

const KO = `# 인사

누구인지 묻지 않아요.

## 문 하나 {#door}

<bp-region name="hello">라우트</bp-region>를 보세요.

### ask

<bp-request name="hello">요청</bp-request>을 보내면 무엇이 돌아올까요?

### option open

\`200\`이 와요

### option closed

\`401\`이 와요

### hint

도중에 묻는 것이 있나요?

### hint

가드를 찾아보세요.

### solution

첫 번째 답을 고르고 <bp-request name="hello">요청</bp-request>을 보내세요.

### after

아무것도 묻지 않았어요.

## 가져갈 것 {#recap}

- 지키는 것이 없으면 누구나 지나가요.

# learned {#learned}

- 의존성이 없는 라우트는 누구에게나 응답해요.

# notes {#notes}

2분입니다.
`

const CONTRACT = `/** What the greeting's server promises. */

import type { Contract } from '../contract/contract.ts'
import { expecting, rowsAt } from '../contract/row.ts'

const API = '/lessons/greeting/api'
const hello = expecting(200, {
  json: { hello: 'world' },
  decided: ['+ route-found', '+ handler-answered'],
})

export default [
  { name: 'a greeting', rows: [rowsAt(API)(\`\${API}/hello\`, '', hello)], more: () => {} },
] satisfies Contract[]
`

const WALK = `import type { Step } from '../walk.ts'

export default [
  { page: 'door', act: (hand) => hand.predict('closed') },
  { page: 'recap', act: async () => {} },
] satisfies Step[]
`

export const SMALL_LESSON = {
  'lesson.ts': LESSON,
  'app.ts': APP,
  'main.py': TWIN,
  'en.md': EN,
  'ko.md': KO,
  'contract.ts': CONTRACT,
  'walk.ts': WALK,
}
