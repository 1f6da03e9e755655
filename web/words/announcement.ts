/** What is said to who cannot see that something changed: loaded with the first of it. */

const en = {
  startedOver: 'This lesson starts from the beginning.',
  openAgain: 'This task is open again.',
  ticked: (title: string) => `Task done: ${title}`,
  stillSending: 'The answer to the last request has not come yet. Escape stops the waiting.',
  answered: (status: number, phrase: string) => `Answer: ${status} ${phrase}`,
  elsewhere: 'The answer to what you sent from another page is in the journal.',
}

const ko: typeof en = {
  startedOver: '레슨을 처음부터 시작해요.',
  openAgain: '과제를 다시 풀 수 있어요.',
  ticked: (title) => `과제 완료: ${title}`,
  stillSending: '방금 보낸 요청의 응답을 아직 기다려요. Esc를 누르면 그만 기다려요.',
  answered: (status, phrase) => `응답: ${status} ${phrase}`,
  elsewhere: '다른 페이지에서 보낸 요청의 응답이 기록에 있어요.',
}

export const announcementWords = { en, ko }
