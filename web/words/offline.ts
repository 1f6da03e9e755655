/** What works without a network, in both languages: loaded once the page is idle. */

interface OfflineWords {
  /** @param size how much is kept, such as `5.1 MB` */
  mark: (size: string) => string
  title: string
  what: string
  ready: (size: string) => string
  keeping: (done: number, all: number) => string
  failed: Record<'network' | 'changed' | 'full', string>
  unasked: Record<'saves-data' | 'removed', string>
  unsupported: string
  unknown: string
  keep: string
  again: string
  remove: string
  install: string
  update: { says: string; now: string; later: string }
}

export const offlineWords: Record<'en' | 'ko', OfflineWords> = {
  en: {
    mark: (size) => `Ready offline: ${size} kept on this machine`,
    title: 'Without a network',
    what: 'This browser keeps the whole playground, so that every lesson works with the network gone: reload, another tab, tomorrow on the train.',
    ready: (size) => `Ready offline: ${size} kept on this machine.`,
    keeping: (done, all) => (all === 0 ? 'Keeping…' : `Keeping ${done} of ${all} files…`),
    failed: {
      network:
        'The copy is not whole: some files did not come. What came is kept, and the rest is fetched with the next try.',
      changed:
        'The copy is not whole: this address has a newer version by now. Reload the page, and it keeps that one.',
      full: 'The copy is not whole: this browser has no room left for it.',
    },
    unasked: {
      'saves-data':
        'Nothing is kept yet: your browser saves data, and this would fetch about 2 MB.',
      removed: 'Nothing is kept: you removed the copy.',
    },
    unsupported:
      'This browser keeps no copy at this address. It would at an https address, or at localhost.',
    unknown: 'One moment…',
    keep: 'Keep it for offline',
    again: 'Try again',
    remove: 'Remove the offline copy',
    install: 'Your browser’s menu can install it as an app too.',
    update: {
      says: 'A newer version of the playground is here.',
      now: 'Reload with it',
      later: 'Later',
    },
  },
  ko: {
    mark: (size) => `오프라인 준비 완료: 이 기기에 ${size} 저장됨`,
    title: '네트워크 없이',
    what: '이 브라우저가 플레이그라운드 전체를 저장해 두므로 네트워크가 끊겨도 모든 레슨이 돌아가요. 새로고침해도, 다른 탭에서도, 내일 기차 안에서도요.',
    ready: (size) => `오프라인에서 쓸 준비가 됐어요. 이 기기에 ${size}를 저장했어요.`,
    keeping: (done, all) => (all === 0 ? '저장하는 중…' : `파일 ${all}개 중 ${done}개 저장…`),
    failed: {
      network:
        '일부 파일을 받지 못해 아직 다 저장하지 못했어요. 받은 것은 그대로 있고, 다시 시도하면 나머지를 받아요.',
      changed:
        '이 주소에 새 버전이 올라와서 다 저장하지 못했어요. 새로고침하면 새 버전을 저장해요.',
      full: '이 브라우저에 남은 공간이 없어 다 저장하지 못했어요.',
    },
    unasked: {
      'saves-data':
        '아직 저장한 것이 없어요. 브라우저가 데이터 절약 중인데, 저장하려면 2 MB쯤 받아야 해요.',
      removed: '저장한 것이 없어요. 사본을 지우셨어요.',
    },
    unsupported:
      '이 주소에서는 브라우저가 사본을 저장하지 않아요. https 주소나 localhost라면 저장해요.',
    unknown: '잠시만요…',
    keep: '오프라인용으로 저장',
    again: '다시 시도',
    remove: '오프라인 사본 지우기',
    install: '브라우저 메뉴에서 앱으로 설치할 수도 있어요.',
    update: {
      says: '플레이그라운드의 새 버전이 나왔어요.',
      now: '새 버전으로 새로고침',
      later: '나중에',
    },
  },
}

/** A number of bytes as people read it. */
export const sizeText = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`
