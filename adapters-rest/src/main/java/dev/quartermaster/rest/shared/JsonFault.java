package dev.quartermaster.rest.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.FieldError;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with JSON in the words of its sender. */
public final class JsonFault {
  private JsonFault() {}

  /** The field at fault, if it is one field and not the text as a whole. */
  public static Optional<FieldError> field(JsonProcessingException fault) {
    if (fault instanceof JsonMappingException mapping
        && fault.getCause() instanceof DomainException refusal) {
      return Optional.of(new FieldError(path(mapping), refusal.detail()));
    }
    if (fault instanceof MismatchedInputException mismatch && !mismatch.getPath().isEmpty()) {
      return Optional.of(new FieldError(path(mismatch), reason(mismatch)));
    }
    if (fault instanceof JsonMappingException mapping
        && fault.getCause() instanceof InputCoercionException tooLarge) {
      return Optional.of(new FieldError(path(mapping), typeName(tooLarge.getTargetType())));
    }
    return Optional.empty();
  }

  private static String reason(MismatchedInputException mismatch) {
    if (mismatch instanceof UnrecognizedPropertyException unknown) {
      return "is not a field that this request knows; known are "
          + unknown.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
    }
    @Nullable Class<?> wanted = mismatch.getTargetType();
    if (mismatch instanceof InvalidFormatException text
        && text.getValue() instanceof String
        && wanted == String.class) {
      return mismatch.getOriginalMessage();
    }
    return wanted == null ? "has the wrong type" : typeName(wanted);
  }

  private static String typeName(Class<?> type) {
    if (Number.class.isAssignableFrom(type) || type == int.class || type == long.class) {
      return "must be a whole number within its range";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "must be true or false";
    }
    if (CharSequence.class.isAssignableFrom(type)) {
      return "must be a text";
    }
    if (type == UUID.class) {
      return "must be a UUID such as 01980f3c-6f4e-7cc0-8d3e-2f1f0a5b7c1d";
    }
    return Iterable.class.isAssignableFrom(type) ? "must be a list" : "must be an object";
  }

  private static String path(JsonMappingException fault) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : fault.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }
}
