package dev.quartermaster.architecture;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of a mutation.
 *
 * @param name its name
 * @param mutation what it did
 * @param expected the rule that had to catch it
 * @param caughtBy the rules that it broke
 */
record MutationResult(String name, String mutation, String expected, List<String> caughtBy) {
  static final Path FILE = Mutation.FOLDER.resolve("results.json");

  MutationResult {
    caughtBy = List.copyOf(caughtBy);
  }
}
