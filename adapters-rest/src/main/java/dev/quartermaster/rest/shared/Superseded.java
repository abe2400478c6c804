package dev.quartermaster.rest.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An endpoint that another one follows. Its answers say so (RFC 9745, RFC 8594), so that clients
 * can move in time.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Superseded {

  /** The day since when it is superseded, such as 2026-01-01. */
  String since();

  /** The day from when on it may be gone. */
  String sunset();

  /** The address of what follows. */
  String by();
}
