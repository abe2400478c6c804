package dev.quartermaster.architecture.report.reading;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.Source;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where classes were compiled. */
final class Origin {
  private static final Pattern OUTPUT = Pattern.compile("/([^/]+)/target/(?:test-)?classes/");

  private Origin() {}

  /** The folder of the module that one of the house's classes belongs to. */
  static String module(JavaClass javaClass) {
    String place = javaClass.getSource().map(Source::getUri).map(URI::toString).orElse("");
    Matcher output = OUTPUT.matcher(place);
    if (!output.find()) {
      throw new IllegalArgumentException(javaClass.getName() + " was not compiled by a module");
    }
    return output.group(1);
  }
}
