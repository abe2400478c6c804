package dev.quartermaster.bench;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A command line.
 *
 * @param options each option's values, by its name with the dashes
 * @param files what is left over
 */
record Arguments(Map<String, List<String>> options, List<String> files) {

  /**
   * Takes the command line apart.
   *
   * @param known the options that there are; each takes a value
   * @throws InvalidArguments when an option is unknown or lacks its value
   */
  static Arguments parse(List<String> line, Set<String> known) {
    Map<String, List<String>> options = new LinkedHashMap<>();
    List<String> files = new ArrayList<>();
    for (Iterator<String> words = line.iterator(); words.hasNext(); ) {
      String word = words.next();
      if (!word.startsWith("-")) {
        files.add(word);
      } else if (!known.contains(word)) {
        throw new InvalidArguments("unknown option " + word + "; --help lists them");
      } else if (!words.hasNext()) {
        throw new InvalidArguments(word + " needs a value");
      } else {
        options.computeIfAbsent(word, _ -> new ArrayList<>()).add(words.next());
      }
    }
    return new Arguments(options, files);
  }

  List<String> all(String option) {
    return options.getOrDefault(option, List.of());
  }

  /**
   * The option's one value.
   *
   * @throws InvalidArguments when it is given more than once
   */
  Optional<String> one(String option) {
    if (all(option).size() > 1) {
      throw new InvalidArguments(option + " is given more than once");
    }
    return all(option).stream().findFirst();
  }

  /**
   * The option's one value as a number.
   *
   * @throws InvalidArguments when it is not from 1 to the largest
   */
  int number(String option, int otherwise, int largest) {
    String value = one(option).orElse(String.valueOf(otherwise));
    if (!value.matches("[1-9]\\d{0,8}") || Integer.parseInt(value) > largest) {
      throw new InvalidArguments(
          option + " must be a whole number from 1 to " + largest + ", not \"" + value + "\"");
    }
    return Integer.parseInt(value);
  }
}
