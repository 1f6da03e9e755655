/** What the docs pages say besides Swagger UI, which speaks English. */

export const docsWords = {
  en: {
    late: 'The server has not answered for seven seconds. Send again.',
    missing:
      'The server in this browser could not be loaded, so nothing was sent. Send again once the connection is back.',
    nobody: 'Nobody answered. Send again, or load this page anew.',
    unreadable: (why: string) => `The description of this server could not be read. ${why}`,
  },
  ko: {
    late: '서버가 7초 동안 응답하지 않았어요. 다시 보내세요.',
    missing:
      '브라우저 안의 서버를 불러오지 못해서 아무것도 보내지 않았어요. 연결이 돌아오면 다시 보내세요.',
    nobody: '응답이 없어요. 다시 보내거나 이 페이지를 새로고침하세요.',
    unreadable: (why: string) => `이 서버의 설명을 읽지 못했어요. ${why}`,
  },
}
