package dev.quartermaster.rest.identity;

import dev.quartermaster.domain.identity.RawPassword;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The text is as long as a new password must be, in characters and not in bytes. */
@Constraint(validatedBy = PasswordLength.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@interface PasswordLength {
  String message() default "must have 8 to 128 characters";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Asks the domain. */
  final class Validator implements ConstraintValidator<PasswordLength, String> {
    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
      return value == null || new RawPassword(value).hasAllowedLength();
    }
  }
}
