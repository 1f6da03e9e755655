/** How the columns stand: side by side where there is room, below each other where not. */

import { css } from 'lit'

export const workspaceStyles = css`
  /* The columns are laid out by the app, whose height they fill. */
  :host {
    display: contents;
  }
  .workspace {
    display: grid;
    /* What is in a column never makes it wider than the screen. */
    grid-template-columns: minmax(0, 1fr);
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
  .server {
    padding-top: var(--space-2);
    border-top: 1px solid var(--line);
  }
  bp-result {
    margin-top: var(--space-2);
    scroll-margin: var(--space-4) 0;
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
  .news-dot {
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
    .server {
      /* A panel that is still to come must not keep the page from scrolling to it. */
      min-height: 100dvh;
    }
  }
  .room,
  bp-splitter {
    display: none;
  }
  @media (min-width: 760px) {
    .workspace {
      grid-template-columns: var(--lesson, minmax(280px, 2fr)) 9px minmax(0, 3fr);
      grid-template-rows: minmax(0, 1fr);
    }
    section {
      position: relative;
    }
    .lesson {
      grid-column: 1;
    }
    .work {
      grid-column: 3;
      min-width: 0;
    }
    .bench {
      border-top: 0;
    }
    .jump {
      display: none;
    }
    bp-splitter:not([hidden]) {
      display: block;
    }
    #server-bar {
      display: none;
    }
    .room {
      display: grid;
      place-content: center;
      min-width: 24px;
      min-height: 24px;
      padding: 0;
      font-size: var(--small);
    }
    section > .room {
      position: absolute;
      top: 0;
      right: 0;
    }
    .room svg {
      width: 14px;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.4;
      stroke-linecap: round;
    }
    .eighty {
      display: none;
    }
    .workspace[alone] {
      grid-template-columns: minmax(0, 1fr);
    }
    .workspace[alone] :is(bp-splitter, section),
    .workspace[no-lesson] .lesson {
      display: none;
    }
    .workspace[alone='lesson'] .lesson,
    .workspace[alone='bench'] .bench,
    .workspace[alone='server'] .server {
      display: block;
      grid-column: 1;
    }
    .workspace[alone] .work {
      grid-column: 1;
    }
    .workspace[alone='lesson'] .work {
      display: none;
    }
  }
  /* Each column scrolls by itself: what stands aside from the flow is to scroll with it, not below the page. */
  @media (min-width: 760px) and (min-height: 480px) {
    .lesson,
    .work {
      overflow-y: auto;
    }
  }
  @media (min-width: 1200px) {
    .workspace {
      grid-template-columns:
        var(--lesson, minmax(300px, 26fr)) 9px minmax(360px, 37fr)
        9px var(--server, minmax(360px, 37fr));
    }
    .work {
      display: contents;
    }
    .bench {
      grid-column: 3;
    }
    .workspace:not([alone]) #server-bar {
      display: block;
      grid-column: 4;
    }
    .server {
      grid-column: 5;
      padding-inline: var(--space-4);
      border-top: 0;
    }
    .eighty {
      display: grid;
    }
    .workspace[no-server] .server {
      display: none;
    }
    .bench,
    .server {
      overflow-y: auto;
    }
    .server {
      /* What stays in sight stays at the column's edge, and not below its padding. */
      --stuck: calc(-1 * var(--space-2));
    }
  }
  .ruler {
    position: absolute;
    visibility: hidden;
    font: var(--code) / 1 var(--mono);
  }
`
