package dev.quartermaster.bootstrap.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder that keeps the embedded servers' data. Whoever holds it is the only one who may start
 * a server in it; the operating system lets go of it when that process ends, however it ends.
 */
public final class DataFolder implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Creates the folder where it does not exist and takes hold of it.
   *
   * @throws EmbeddedServerException if it can't be written, or another process holds it
   */
  public static DataFolder hold(Path folder) {
    try {
      Path path = PrivateFiles.createFolder(folder).toRealPath();
      FileChannel channel =
          FileChannel.open(
              path.resolve("lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new EmbeddedServerException(
            "another Quartermaster%s uses the data folder %s; stop it, or set QUARTERMASTER_DATA_FOLDER to another folder"
                .formatted(holder(path), path));
      }
      Files.writeString(path.resolve("holder.pid"), ProcessHandle.current().pid() + "\n");
      return new DataFolder(path, channel);
    } catch (IOException notWritable) {
      throw new EmbeddedServerException(
          "the data folder %s can't be written (%s); make it writable, or set QUARTERMASTER_DATA_FOLDER to another folder"
              .formatted(folder.toAbsolutePath(), notWritable.getClass().getSimpleName()),
          notWritable);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldInThisProcess) {
      return false;
    }
  }

  private static String holder(Path path) throws IOException {
    Path file = path.resolve("holder.pid");
    return Files.exists(file)
        ? " (process %s)".formatted(Files.readString(file, StandardCharsets.US_ASCII).strip())
        : "";
  }

  /** The folder itself: absolute, with symbolic links resolved. */
  public Path path() {
    return path;
  }

  /** Where the programs of the servers are unpacked. */
  Path programs() {
    return path.resolve("programs");
  }

  /** Lets go of the folder; the servers in it must have stopped before. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException stillLocked) {
      throw new EmbeddedServerException(
          "the data folder %s could not be let go of".formatted(path), stillLocked);
    }
  }
}
