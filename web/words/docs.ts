/** What the docs pages say besides Swagger UI, which speaks English, and what stands above their frame. */

export const docsWords = {
  en: {
    title: 'The docs page of this server',
    open: 'Open in a tab of its own',
    note: 'What you send here appears in the journal too.',
    see: 'See the whole answer',
    late: 'The server has not answered for seven seconds. Send again.',
    'not-loaded':
      'The server in this browser could not be loaded, so nothing was sent. Send again once the connection is back.',
    nobody: 'Nobody answered. Send again, or load this page anew.',
    unreadable: (why: string) => `The description of this server could not be read. ${why}`,
  },
  ko: {
    title: '이 서버의 Docs 페이지',
    open: '새 탭에서 열기',
    note: '여기서 보낸 요청도 기록에 남아요.',
    see: '응답 전체 보기',
    late: '서버가 7초 동안 응답하지 않았어요. 다시 보내세요.',
    'not-loaded':
      '브라우저 안의 서버를 불러오지 못해서 아무것도 보내지 않았어요. 연결이 돌아오면 다시 보내세요.',
    nobody: '응답이 없어요. 다시 보내거나 이 페이지를 새로고침하세요.',
    unreadable: (why: string) => `이 서버의 설명을 읽지 못했어요. ${why}`,
  },
}
