/** Trusted Types, where the browser has them: what may become markup or code, and who says so. */

type Rules = Partial<Record<'createHTML' | 'createScript' | 'createScriptURL', Rule>>
type Rule = (text: string) => string

interface TrustedTypes {
  createPolicy: <Given extends Rules>(name: string, rules: Given) => Given
}

/**
 * Makes a policy.
 *
 * @returns the rules themselves where the browser has no Trusted Types; else what they give is a trusted object,
 *   which goes wherever a string would.
 */
export function trustedPolicy<Given extends Rules>(name: string, rules: Given): Given {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  return trustedTypes?.createPolicy(name, rules) ?? rules
}
