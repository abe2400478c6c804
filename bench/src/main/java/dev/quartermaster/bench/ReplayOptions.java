package dev.quartermaster.bench;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code bench/replay} is asked to do.
 *
 * @param target what is put under load
 * @param clients how many clients work at once
 * @param journal where to note every accepted order
 * @param verify a journal to check, instead of a replay
 * @param nodes how many nodes of one's own to start, and to kill one after the other meanwhile
 * @param catalogue the file of products
 * @param orders the file of invoices
 */
record ReplayOptions(
    Target target,
    int clients,
    Optional<Path> journal,
    Optional<Path> verify,
    Optional<Integer> nodes,
    Path catalogue,
    Path orders) {
  static final String HELP =
      """
      usage: bench/replay [option...] [catalogue.ndjson orders.ndjson]
             bench/replay [option...] --verify FILE
      Places the invoices of a real shop over HTTP and checks that the stock fell by exactly what was
      sold. Without files, it takes the ones that come with the project.
      """
          + Target.HELP
          + """
            --clients N            clients at work at once, 8 by default
            --journal FILE         append every order answered 201 to the file, as it comes
            --kill N               start N nodes, and keep killing them meanwhile; Redis hangs and
                                   PostgreSQL crashes as well. No other server is asked then
            --verify FILE          check that every order of a journal is there, and that the ledger of
                                   each of its products adds up to the stock
          exit code: 0 all is well, 1 errors or differences, 2 the command line makes no sense
          """;

  /**
   * Reads the command line.
   *
   * @param root the project's folder
   * @throws InvalidArguments when it makes no sense
   */
  static ReplayOptions parse(List<String> line, Map<String, String> environment, Path root) {
    Set<String> known = new HashSet<>(Target.OPTIONS);
    known.addAll(List.of("--clients", "--journal", "--verify", "--kill"));
    Arguments arguments = Arguments.parse(line, known);
    List<String> files = arguments.files();
    Optional<Path> verify = arguments.one("--verify").map(Path::of);
    Optional<Path> journal = arguments.one("--journal").map(Path::of);
    if (verify.isPresent() && (journal.isPresent() || !files.isEmpty())) {
      throw new InvalidArguments("--verify goes with neither --journal nor further files");
    }
    if (!files.isEmpty() && files.size() != 2) {
      throw new InvalidArguments(
          "two files are needed, catalogue.ndjson and orders.ndjson, or none; not " + files.size());
    }
    return new ReplayOptions(
        Target.of(arguments, environment),
        arguments.number("--clients", 8, 10_000),
        journal,
        verify,
        arguments.one("--kill").map(_ -> arguments.number("--kill", 2, Cluster.MOST_NODES)),
        files.isEmpty()
            ? root.resolve("bootstrap/src/main/resources/demo/catalogue.ndjson")
            : Path.of(files.getFirst()),
        files.isEmpty() ? root.resolve("bench/data/orders.ndjson") : Path.of(files.getLast()));
  }
}
