package dev.quartermaster.domain.identity;

/** Knows the passwords that everybody tries first. */
public interface CommonPasswords {

  /** Whether the password is among them, whatever its capitals. */
  boolean contains(RawPassword password);
}
