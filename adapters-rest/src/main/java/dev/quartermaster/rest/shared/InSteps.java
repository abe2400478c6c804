package dev.quartermaster.rest.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells that a method of an {@link Idempotent} resource does its work in several transactions, and
 * that each repetition takes it up where it was left; so its answer is kept after the work rather
 * than with it. An answer of 202 is not the last word and is not kept.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface InSteps {}
