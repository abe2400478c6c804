package dev.quartermaster.rest.shared.description;

import dev.quartermaster.rest.shared.ProblemType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The problems that an operation has of its own. Those that come with what it is, such as a missing
 * token, a stale version or a reused idempotency key, are known without.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {
  /** What it may answer. */
  ProblemType[] value();
}
