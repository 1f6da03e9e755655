/**
 * Noto Sans KR in slices, for machines without a Korean font.
 *
 * It stands last in the font stacks: a browser fetches a slice only for a letter that nothing before it has.
 */

import '@fontsource-variable/noto-sans-kr/wght.css'
