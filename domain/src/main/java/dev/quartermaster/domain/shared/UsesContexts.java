package dev.quartermaster.domain.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares which other contexts a context knows, in whichever layer. All know {@code shared}; it
 * knows none.
 */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.CLASS)
public @interface UsesContexts {
  /** The names of the contexts. */
  String[] value();
}
