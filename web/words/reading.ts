/** What is said where a token is read by hand: loaded with its task. */

const en = {
  reading: 'What you read',
  compare: 'Let the server read it too',
  right: 'You and the server read the same.',
  other: 'The server read something else. Look again, letter by letter.',
}

const ko: typeof en = {
  reading: '내 답',
  compare: '서버에 보내 확인하기',
  right: '서버가 읽은 것과 같아요.',
  other: '서버는 다르게 읽었어요. 한 글자씩 다시 보세요.',
}

export const readingWords = { en, ko }
