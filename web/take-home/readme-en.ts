/** The README of a lesson that is taken home, in English. */

import type { ReadmeWords } from './readme.ts'

export const words: ReadmeWords = {
  heading: (title) => `Bearer Playground: ${title}`,
  about:
    'The servers of one lesson of Bearer Playground, in a folder that runs with Node alone: the sources as the lesson has them, what they stand on, and the lesson’s contract as tests.',
  changed: (files) =>
    `These files are your own; all the others are as they were shipped: ${files}. A test that fails tells you where your server differs from the lesson’s.`,
  start: {
    heading: 'Start',
    needs: 'You need Node 20.19 or newer.',
    ready: (name, url) => `The server ${name} then answers at ${url}. Ctrl+C ends it.`,
  },
  port: (setting) => `If the port is taken, choose another with \`${setting}\`:`,
  powerShell: (command) => `In PowerShell that is \`${command}\`.`,
  calls: (name, called, setting) =>
    `The server ${name} calls ${called}, which is started with it; \`${setting}\` is its port. With \`AUTH_SERVER_URL\` you can name an auth server elsewhere instead.`,
  servers: {
    heading: 'The servers',
    name: 'Name',
    source: 'Source',
    port: 'Port',
    other: 'Start another one by its name:',
  },
  loopback: 'The servers listen on 127.0.0.1: no other machine can reach them.',
  requests: {
    heading: 'Ask it something',
    shows: {
      'no-token':
        'Without a token you get 401, and the header `WWW-Authenticate` names the scheme that is wanted:',
      'any-token': 'Any token will do here:',
      login: 'Log in; the answer holds the token:',
      token: 'Put that token in the place of `TOKEN`:',
      page: 'The page with the login form; a browser shows it better:',
      'page-login': 'Log in; curl keeps the cookie in `cookies.txt`:',
      'page-data': 'Ask for data with the cookie:',
      logout: 'Log out:',
    },
  },
  tests: {
    heading: 'Tests',
    text: 'The tests ask each server the requests of the lesson’s contract, without opening a port, and compare status, headers, body, cookies and calls with what was promised. The cases stand in `test/` as plain data. Take a check out of a source and run them again: they name the requests that get in.',
  },
  weak: {
    heading: 'Weak on purpose',
    marked: 'vulnerable on purpose',
    text: 'These servers are for learning: put none of them on a network. What to know about each:',
    notes: {
      '1-first-steps/app': 'it reads the token and checks nothing about it, so any token passes.',
      '2-current-user/app': 'it makes the user up from the token, so everybody is who they say.',
      '3-password-flow/app':
        'the passwords can be read in the source (`fakehashed` is no hash), and the token is the username, so anybody can write one.',
      '3-password-flow/leaky':
        'it is as weak as the one it varies, and it sends out all that it stores about a user, the “hash” included.',
      '4-jwt/app':
        'it signs with the key that is printed in the tutorial. Everybody has that key, and can sign tokens that are accepted here. John’s password is `secret`.',
      '4-jwt/secret':
        'it draws a key of its own at each start, so tokens end with the process. John’s password is still `secret`.',
      '5-two-servers/client':
        'it is the hardened one. Over plain http, as here, its cookie cannot be `Secure`.',
      '5-two-servers/faithful':
        'it does as the tutorial does: a cookie without attributes, no check of where a form comes from, and a username that goes into the page unescaped.',
    },
  },
  files: {
    heading: 'What is where',
    steps: 'the sources of the servers, as the lesson shows them',
    rows: [
      ['servers.ts', 'the table of the servers; `start.ts` starts them'],
      ['test/', 'the contract of each server, case by case'],
      ['security/', 'the blocks behind `#security`: guards, forms, tokens'],
      ['stage/', 'what stands around a step, so that it answers as FastAPI would'],
      ['node/', 'what opens a port, and what runs the cases'],
    ],
    leftOut:
      'Left out: Swagger UI, so `/docs` only links to the description at `/openapi.json`; and the threads that compare passwords, so many logins at once hold each other up.',
  },
}
