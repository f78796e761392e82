/** Whether a text begins like public services in CPSV-AP; a bare context or vocabulary names the class and has no service. */
export function isCpsvApJson(text: string): boolean {
  return /"@type"\s*:\s*\[?\s*"(?:[\w-]+:|https?:\/\/[^"\s]*[#/])?PublicService"/.test(text);
}

export function isCpsvApTurtle(text: string): boolean {
  return /^(?:\s|#[^\n]*\n)*@?(?:prefix|base)\s/i.test(text) && /purl\.org\/vocab\/cpsv#/.test(text);
}
