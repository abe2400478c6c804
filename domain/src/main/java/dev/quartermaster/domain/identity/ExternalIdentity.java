package dev.quartermaster.domain.identity;

/**
 * By what an issuer of identities knows a person. Only the two together identify somebody: subjects
 * are unique within their issuer alone, and everything else about a person may change.
 *
 * @param issuer the issuer's address, exactly as its tokens name it
 * @param subject the issuer's name for the person, which it never gives to another
 */
public record ExternalIdentity(String issuer, String subject) {}
