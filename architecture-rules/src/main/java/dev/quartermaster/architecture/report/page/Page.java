package dev.quartermaster.architecture.report.page;

import dev.quartermaster.architecture.report.drawing.ContextPicture;
import dev.quartermaster.architecture.report.drawing.ModulePicture;
import dev.quartermaster.architecture.report.facts.Architecture;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Variant;
import java.util.List;

/** The report as one page of HTML that needs nothing else. */
public final class Page {
  private static final String STYLE = "style.css";

  private final Engine engine =
      Engine.builder()
          .addDefaults()
          .addValueResolver(new ReflectionValueResolver())
          .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
          .addLocator(new Templates())
          .build();

  /** Renders the page. */
  public String of(Architecture architecture) {
    return engine
        .getTemplate("index.html")
        .data("architecture", architecture)
        .data("modulePicture", ModulePicture.of(architecture))
        .data("contextPicture", ContextPicture.of(architecture))
        .data("style", new RawString(Templates.text(STYLE)))
        .render();
  }
}
