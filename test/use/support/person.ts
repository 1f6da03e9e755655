/** A person with a browser of one of three engines, new to us. */

import { firefoxPath, webkitPrograms } from '../../support/find-engines.ts'
import { startChromium } from './chromium.ts'
import type { Driver, EngineName, Profile, Size } from './driver.ts'
import { startFirefox } from './firefox.ts'
import { Tab } from './tab.ts'
import { startWebKit } from './webkit.ts'

export const DESK: Size = { width: 1440, height: 900 }
export const PHONE: Size = { width: 390, height: 844 }

/** An engine, and what starts it; undefined where this machine has none. */
export interface Engine {
  engine: EngineName
  start: (() => Promise<Driver>) | undefined
}

/** All three, as `findEngines` found them. */
export function engines(): Engine[] {
  const firefox = firefoxPath()
  const webkit = webkitPrograms()
  return [
    { engine: 'Chromium', start: () => startChromium() },
    { engine: 'Firefox', start: firefox === undefined ? undefined : () => startFirefox(firefox) },
    { engine: 'WebKit', start: webkit && (() => startWebKit(webkit)) },
  ]
}

/** Somebody's browser: its tabs share what they keep. */
export class Person {
  private readonly profile: Profile

  private constructor(profile: Profile) {
    this.profile = profile
  }

  /** Somebody sits down before a browser that was never used. */
  static async at(
    driver: Driver,
    { size = DESK, keepsCopy = false }: { size?: Size; keepsCopy?: boolean } = {},
  ): Promise<Person> {
    return new Person(await driver.newProfile(size, keepsCopy))
  }

  /** Opens an address in a new tab. */
  async open(url: string): Promise<Tab> {
    const tab = new Tab(await this.profile.newWindow())
    await tab.goTo(url)
    return tab
  }

  leave(): Promise<void> {
    return this.profile.close()
  }
}
