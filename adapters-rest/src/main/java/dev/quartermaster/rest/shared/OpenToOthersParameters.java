package dev.quartermaster.rest.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An endpoint whose address is written by somebody else, who may add query parameters of their own.
 * They are ignored, where other endpoints refuse what they do not know.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenToOthersParameters {}
