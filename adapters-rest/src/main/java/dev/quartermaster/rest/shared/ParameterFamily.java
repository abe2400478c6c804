package dev.quartermaster.rest.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An endpoint with query parameters that clients name, behind a prefix; it checks them itself. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ParameterFamily {
  /** What all their names begin with, such as {@code attributes.}. */
  String value();
}
