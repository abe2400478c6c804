package dev.quartermaster.architecture.report.reading;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What annotations say. */
final class Annotations {
  private Annotations() {}

  /** The text of an annotation's element, if the annotation is there and the text not empty. */
  static Optional<String> text(HasAnnotations<?> annotated, String type, String element) {
    Optional<? extends JavaAnnotation<?>> annotation = annotated.tryGetAnnotationOfType(type);
    return annotation
        .flatMap(present -> present.get(element))
        .map(String::valueOf)
        .filter(text -> !text.isEmpty());
  }

  /** The texts of an element that holds one or several. */
  static List<String> texts(JavaAnnotation<?> annotation, String element) {
    return annotation.get(element).stream()
        .flatMap(value -> value instanceof Object[] several ? Stream.of(several) : Stream.of(value))
        .map(String::valueOf)
        .toList();
  }
}
