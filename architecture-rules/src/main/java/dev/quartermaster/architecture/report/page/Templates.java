package dev.quartermaster.architecture.report.page;

import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The page's templates, kept beside this class. */
final class Templates implements TemplateLocator {

  @Override
  public Optional<TemplateLocation> locate(String id) {
    return Optional.of(new Html(id));
  }

  /** The text of a file. */
  static String text(String name) {
    try (InputStream stream = Templates.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalArgumentException("there is no template " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private record Html(String name) implements TemplateLocation {
    @Override
    public Reader read() {
      return new StringReader(text(name));
    }

    @Override
    public Optional<Variant> getVariant() {
      return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
    }
  }
}
