package dev.quartermaster.bootstrap;

import io.quarkus.dev.console.DevConsoleManager;
import java.nio.file.Path;

/**
 * Dev mode: one JVM calls {@code main} again, in a new class loader, after every change. Quarkus
 * tells of it elsewhere only once it runs, which is too late here.
 */
final class DevMode {
  private DevMode() {}

  static boolean isOn() {
    return DevConsoleManager.getHotReplacementContext() != null;
  }

  /** The folder that relative paths start from; in dev mode the project's, not the module's. */
  static Path startFolder() {
    String working = System.getProperty("user.dir");
    return Path.of(
        isOn() ? System.getProperty("maven.multiModuleProjectDirectory", working) : working);
  }
}
