package dev.quartermaster.domain.identity;

/**
 * An API key as a program sends it. It is never stored, and never shows in a log.
 *
 * @param value the whole text
 */
public record RawApiKey(String value) {
  @Override
  public String toString() {
    return "RawApiKey[***]";
  }
}
