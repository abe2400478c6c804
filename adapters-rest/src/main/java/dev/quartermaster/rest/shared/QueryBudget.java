package dev.quartermaster.rest.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How many SQL statements an endpoint takes at the most, however many rows there are: all that the
 * database executes for one request, from the look at who asks to the memory of the answer under an
 * {@code Idempotency-Key}; what begins and ends transactions is not counted. A test runs every
 * endpoint with 1, 10 and 100 rows and fails above the number, and for an endpoint without one.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface QueryBudget {

  /** The number of statements. */
  int value();
}
