/**
 * SHA-256 of the language's JSON Schemas: what was parsed under another one is not used again. A constant, because making
 * the schemas to find it takes longer than what it saves; a test holds it to them.
 */
export const languageFingerprint = "My3mIFmnvvKxgjosa1HPBinNlLDqnsDgJZA1en0ZyMw";
