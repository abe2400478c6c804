package dev.quartermaster.architecture.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quartermaster.architecture.report.facts.Architecture;
import java.io.UncheckedIOException;

/** The report for machines. */
public final class Json {
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

  private Json() {}

  /** Writes all facts, the same ones always the same way. */
  public static String of(Architecture architecture) {
    try {
      return new ObjectMapper()
              .writer(
                  new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT))
              .writeValueAsString(architecture)
          + "\n";
    } catch (JsonProcessingException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
