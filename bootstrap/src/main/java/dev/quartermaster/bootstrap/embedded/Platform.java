package dev.quartermaster.bootstrap.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The kind of machine we run on, in the words of the PostgreSQL binaries' file names.
 *
 * @param system {@code linux}, {@code darwin} or another
 * @param architecture {@code x86_64}, {@code arm_64} or another
 * @param alpine whether the C library is Alpine's, which needs binaries of its own
 */
record Platform(String system, String architecture, boolean alpine) {

  static Platform current() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return new Platform(
        name.startsWith("mac") ? "darwin" : name.split(" ", 2)[0],
        switch (processor) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> processor;
        },
        Files.exists(Path.of("/etc/alpine-release")));
  }

  /** The resource that holds PostgreSQL for this machine. */
  String postgreSqlArchive() {
    return "postgres-%s-%s%s.txz".formatted(system, architecture, alpine ? "-alpine_linux" : "");
  }

  /**
   * The locale options of {@code initdb}. Sorting and case are PostgreSQL's own rules and so the
   * same everywhere; the C library's locale, which trigrams still ask for letters, is UTF-8's
   * wherever it goes by a known name.
   */
  List<String> localeOptions() {
    List<String> everywhere =
        List.of("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");
    List<String> here =
        system.equals("darwin")
            ? List.of("--locale=C", "--lc-ctype=UTF-8")
            : List.of("--locale=C.UTF-8");
    return Stream.concat(everywhere.stream(), here.stream()).toList();
  }

  @Override
  public String toString() {
    return system + "/" + architecture;
  }
}
