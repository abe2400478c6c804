package dev.quartermaster.architecture.report.reading;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from the sources, as far as they are at hand, what ports and contexts are for. */
final class Purposes {
  private static final String COMMENT = "/\\*\\*((?:[^*]|\\*(?!/))*)\\*/\\s*";
  private static final Pattern OF_PACKAGE = Pattern.compile(COMMENT + "(?:@\\w+\\s*)*package ");

  private final Path root;

  Purposes(Path root) {
    this.root = root;
  }

  /** The first sentence of a type's documentation; empty if there is none. */
  String of(JavaClass type) {
    Pattern ofType =
        Pattern.compile(COMMENT + "(?:@\\w+\\s*)*public interface " + type.getSimpleName() + "\\b");
    return sentence(source(type, type.getSimpleName()), ofType);
  }

  /** The first sentence of the documentation of the package that a class is in. */
  String ofPackageOf(JavaClass type) {
    return sentence(source(type, "package-info"), OF_PACKAGE);
  }

  private Path source(JavaClass type, String file) {
    return root.resolve(Origin.module(type))
        .resolve("src/main/java")
        .resolve(type.getPackageName().replace('.', '/'))
        .resolve(file + ".java");
  }

  private static String sentence(Path source, Pattern documented) {
    if (!Files.isRegularFile(source)) {
      return "";
    }
    try {
      Matcher matcher = documented.matcher(Files.readString(source));
      return matcher.find() ? firstSentence(matcher.group(1)) : "";
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static String firstSentence(String comment) {
    String text =
        comment
            .replaceAll("(?m)^\\s*\\* ?", "")
            .replaceAll("\\{@link(?:plain)? \\S+ ([^}]+)}", "$1")
            .replaceAll("\\{@\\w+ #?([^}]*)}", "$1")
            .replaceAll("<[^>]*>", "")
            .replaceAll("\\s+", " ")
            .strip();
    Matcher end = Pattern.compile("[.!?](?= |$)").matcher(text);
    return end.find() ? text.substring(0, end.end()) : text;
  }
}
