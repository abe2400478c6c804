package dev.quartermaster.bootstrap.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/** The Redis server's program, unpacked from the class path for this machine. */
final class RedisProgram {
  private RedisProgram() {}

  /** Unpacks the program unless it has been before, and returns it. */
  static Path unpack(DataFolder folder) throws IOException {
    OsArchitecture machine = OsArchitecture.detectOSandArchitecture();
    String name = ExecutableProvider.newProvidedVersionsMap().get(machine);
    if (name == null) {
      throw missing();
    }
    Path program = folder.programs().resolve(Path.of(name).getFileName().toString());
    if (Files.exists(program)) {
      return program;
    }
    PrivateFiles.createFolder(folder.programs());
    Path unfinished = folder.programs().resolve("redis.unfinished");
    try (InputStream content =
        ExecutableProvider.class.getResourceAsStream(name.startsWith("/") ? name : "/" + name)) {
      if (content == null) {
        throw missing();
      }
      Files.copy(content, unfinished, StandardCopyOption.REPLACE_EXISTING);
    }
    Executable.make(unfinished);
    return Files.move(unfinished, program, StandardCopyOption.ATOMIC_MOVE);
  }

  private static EmbeddedServerException missing() {
    return new EmbeddedServerException(
        "there is no embedded Redis for %s; set QUARKUS_REDIS_HOSTS to a Redis of your own"
            .formatted(Platform.current()));
  }
}
