/** The login form as other people's clients write it in parts: byte for byte, by their published formats. */

interface SentForm {
  contentType: string
  body: string
}

const lines = (...all: string[]) => all.join('\r\n')

/** Parts with these header lines before each value, and an end. */
const parts = (boundary: string, head: (name: string, value: string) => string[], end = '\r\n') =>
  [
    ['username', 'johndoe'],
    ['password', 'secret'],
  ]
    .map(([name = '', value = '']) => lines(`--${boundary}`, ...head(name, value), '', value, ''))
    .join('') + `--${boundary}--${end}`

const disposition = (name: string) => `Content-Disposition: form-data; name="${name}"`

/** johndoe and secret, by client. */
export const MULTIPART_CLIENTS: Record<string, SentForm> = {
  // MultipartFormDataContent with StringContent: a boundary in quotes, the type first, names bare.
  '.NET': {
    contentType: 'multipart/form-data; boundary="4f3ab1f2-0c1e-4b6a-9f0b-2f9c5d5e7a11"',
    body: parts('4f3ab1f2-0c1e-4b6a-9f0b-2f9c5d5e7a11', (name) => [
      'Content-Type: text/plain; charset=utf-8',
      `Content-Disposition: form-data; name=${name}`,
    ]),
  },
  Ktor: {
    contentType:
      'multipart/form-data; boundary=-5f2bd3a1b1a7d9c-47d2d2f6a3b1c0c4-1c3d5e7f9a0b2c4d6e8f0a1b2c3d4e5f6',
    body: parts(
      '-5f2bd3a1b1a7d9c-47d2d2f6a3b1c0c4-1c3d5e7f9a0b2c4d6e8f0a1b2c3d4e5f6',
      (name, value) => [
        `Content-Disposition: form-data; name=${name}`,
        `Content-Length: ${value.length}`,
      ],
    ),
  },
  'akka-http': {
    contentType: 'multipart/form-data; boundary=rPVzHNHHCMMNDBHHGXBcYZnu',
    body: parts(
      'rPVzHNHHCMMNDBHHGXBcYZnu',
      (name) => [
        'Content-Type: text/plain; charset=UTF-8',
        `Content-Disposition: form-data; name=${name}`,
      ],
      '',
    ),
  },
  undici: {
    contentType: 'multipart/form-data; boundary=----formdata-undici-012345678901',
    body: parts('----formdata-undici-012345678901', (name) => [disposition(name)]),
  },
  'older undici': {
    contentType: 'multipart/form-data; boundary=----formdata-undici-0.1234567890123456',
    body: parts('----formdata-undici-0.1234567890123456', (name) => [disposition(name)], ''),
  },
  curl: {
    contentType: 'multipart/form-data; boundary=------------------------d74496d66958873e',
    body: parts('------------------------d74496d66958873e', (name) => [disposition(name)]),
  },
  'PHP Guzzle': {
    contentType: 'multipart/form-data; boundary=0a1b2c3d4e5f60718293a4b5c6d7e8f901234567',
    body: parts('0a1b2c3d4e5f60718293a4b5c6d7e8f901234567', (name, value) => [
      disposition(name),
      `Content-Length: ${value.length}`,
    ]),
  },
  'Symfony HttpClient': {
    contentType: 'multipart/form-data; boundary=Hq3bX2Z_',
    body: parts('Hq3bX2Z_', (name) => [
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 8bit',
      disposition(name),
    ]),
  },
  'Python requests': {
    contentType: 'multipart/form-data; boundary=1b2f5e4c7a9d4e0f8c6b3a2d1e0f9c8b',
    body: parts('1b2f5e4c7a9d4e0f8c6b3a2d1e0f9c8b', (name) => [disposition(name)]),
  },
  'Python aiohttp': {
    contentType: 'multipart/form-data; boundary=9c1f0b6e2d8a4c7f9e3b5a1d0c2f4e6a',
    body: parts('9c1f0b6e2d8a4c7f9e3b5a1d0c2f4e6a', (name) => [
      'Content-Type: text/plain; charset=utf-8',
      disposition(name),
    ]),
  },
  'Apache HttpClient': {
    contentType: 'multipart/form-data; boundary=kVb6wSxVPpBTuMTRkNOPQxyz-_12; charset=UTF-8',
    body: parts('kVb6wSxVPpBTuMTRkNOPQxyz-_12', (name) => [
      disposition(name),
      'Content-Type: text/plain; charset=ISO-8859-1',
      'Content-Transfer-Encoding: 8bit',
    ]),
  },
  OkHttp: {
    contentType: 'multipart/form-data; boundary=8f7a1c1e-7f0e-4b7a-8f4d-6a0d9c3f2b1e',
    body: parts('8f7a1c1e-7f0e-4b7a-8f4d-6a0d9c3f2b1e', (name, value) => [
      disposition(name),
      `Content-Length: ${value.length}`,
    ]),
  },
  Dart: {
    contentType: 'multipart/form-data; boundary=dart-http-boundary-3n5v7Zq9K1x2',
    body: parts('dart-http-boundary-3n5v7Zq9K1x2', (name) => [
      `content-disposition: form-data; name="${name}"`,
    ]),
  },
  Chromium: {
    contentType: 'multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW',
    body: parts('----WebKitFormBoundary7MA4YWxkTrZu0gW', (name) => [disposition(name)]),
  },
  Firefox: {
    contentType:
      'multipart/form-data; boundary=---------------------------9051914041544843365972754266',
    body: parts('---------------------------9051914041544843365972754266', (name) => [
      disposition(name),
    ]),
  },
}
