/** How the columns stand: side by side where there is room, below each other where not. */

import { css } from 'lit'

export const workspaceStyles = css`
  /* The columns are laid out by the app, whose height they fill. */
  :host {
    display: contents;
  }
  .workspace {
    display: grid;
    flex: 1;
    min-height: 0;
  }
  section {
    min-width: 0;
    padding: var(--space-5);
  }
  .bench {
    border-top: 1px solid var(--line);
  }
  .inside {
    padding-top: var(--space-2);
    border-top: 1px solid var(--line);
  }
  bp-result {
    margin-top: var(--space-5);
    scroll-margin-top: var(--space-4);
  }
  .way {
    margin-top: var(--space-5);
    color: var(--ink-2);
    font-size: var(--small);
  }
  .jump {
    position: sticky;
    bottom: 0;
    z-index: 2;
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    border-top: 1px solid var(--line);
    background: var(--paper);
  }
  .news {
    display: inline-block;
    width: 10px;
    height: 10px;
    margin-left: var(--space-1);
    border-radius: 50%;
    background: var(--accent);
  }
  .jump button {
    min-height: 48px;
    border: 0;
    border-radius: 0;
    background: none;
  }
  @media (max-width: 759px) {
    section {
      padding: var(--space-4);
    }
    .inside {
      /* A panel that is still to come must not keep the page from scrolling to it. */
      min-height: 100dvh;
    }
  }
  @media (min-width: 760px) {
    .workspace {
      grid-template-columns: minmax(300px, 2fr) minmax(0, 3fr);
      grid-template-rows: auto 1fr;
    }
    .lesson {
      grid-row: 1 / 3;
      border-right: 1px solid var(--line);
    }
    .bench {
      border-top: 0;
    }
    .jump {
      display: none;
    }
  }
  @media (min-width: 1200px) {
    .workspace {
      grid-template-columns: minmax(320px, 26fr) minmax(0, 46fr) minmax(320px, 28fr);
      grid-template-rows: minmax(0, 1fr);
    }
    section {
      /* What stands aside from the flow is to scroll with its column, not below the page. */
      position: relative;
      overflow-y: auto;
    }
    .lesson {
      grid-row: 1;
    }
    .inside {
      border-top: 0;
      border-left: 1px solid var(--line);
    }
  }
`
