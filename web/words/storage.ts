/** What became of what a browser keeps for the playground: loaded with the first such notice. */

const en = {
  broken:
    'What this browser had kept for the playground could not be read. It was set aside, and you start fresh.',
  salvaged:
    'Some of what this browser had kept for the playground could not be read. It was set aside as it was; what could be read is still here.',
  unreadable:
    'Some of what this browser had kept for the playground cannot be read, and there is no room to set it aside. It stays as it is; what you do now ends with this tab.',
  newer:
    'A newer version of the playground keeps its own records in this browser, and they stay as they are. What you do now ends with this tab; reload the page to get the newer version.',
  full: 'This browser has no room left to keep anything for this page: what you do now ends with this tab.',
  unavailable: 'This browser keeps nothing for this page: your progress ends with this tab.',
}

const ko: typeof en = {
  broken: '이 브라우저에 저장된 내용을 읽을 수 없어 따로 치워 두었어요. 처음부터 시작해요.',
  salvaged:
    '이 브라우저에 저장된 내용 가운데 일부를 읽을 수 없어요. 원래 내용은 따로 치워 두었고, 읽을 수 있는 것은 그대로 남아 있어요.',
  unreadable:
    '이 브라우저에 저장된 내용 가운데 일부를 읽을 수 없는데, 따로 치워 둘 공간이 없어요. 원래 내용은 건드리지 않았고, 지금부터 하는 일은 탭을 닫으면 사라져요.',
  newer:
    '이 브라우저에는 더 새로운 버전이 저장한 기록이 있어서 건드리지 않았어요. 지금부터 하는 일은 탭을 닫으면 사라져요. 새 버전을 쓰려면 페이지를 새로고침하세요.',
  full: '이 브라우저에 저장할 공간이 없어요. 지금부터 하는 일은 탭을 닫으면 사라져요.',
  unavailable:
    '이 브라우저는 이 페이지의 내용을 저장하지 않아요. 탭을 닫으면 진행 상황이 사라져요.',
}

export const storageWords = { en, ko }
