package dev.quartermaster.architecture.extending;

/**
 * A file of the example as it would lie in its module.
 *
 * @param module the module's folder
 * @param isTest whether it would lie among the module's tests
 * @param type the type that it declares, as a path
 * @param text what it says
 */
record MovedFile(String module, boolean isTest, String type, String text) {

  /** The same file of an example that is about whims rather than wishes. */
  MovedFile onWhims() {
    return new MovedFile(module, isTest, onWhims(type), onWhims(text));
  }

  private static String onWhims(String text) {
    return text.replace("Wish", "Whim").replace("wish", "whim");
  }
}
