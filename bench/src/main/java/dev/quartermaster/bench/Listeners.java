package dev.quartermaster.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Many streams of server-sent events, all read by one thread. */
final class Listeners implements AutoCloseable {
  /** How many connect before the next ones do. */
  private static final int AT_A_TIME = 100;

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final Selector selector;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
  private final List<Duration> latencies = new ArrayList<>();
  private final Thread reader =
      Thread.ofPlatform().daemon().name("listeners").unstarted(this::read);
  private long open;
  private long ended;
  private long outOfOrder;

  private Listeners(Selector selector) {
    this.selector = selector;
  }

  /** Connects them all, each with one of the tokens in turn. */
  static Listeners open(URI node, String path, List<String> tokens, int count)
      throws InterruptedException {
    try {
      Listeners listeners = new Listeners(Selector.open());
      listeners.reader.start();
      for (int number = 0; number < count; number++) {
        listeners.connect(node, request(node, path, tokens.get(number % tokens.size())));
        if (number % AT_A_TIME == AT_A_TIME - 1) {
          listeners.await(listeners::open, number + 1L, Duration.ofSeconds(30));
        }
      }
      return listeners;
    } catch (IOException failure) {
      throw new BenchFailed("no more connections: " + failure.getMessage());
    }
  }

  void awaitOpen(Duration patience) throws InterruptedException {
    await(this::open, selector.keys().size(), patience);
  }

  /** Waits until so many events came to all of them together, or for as long. */
  void awaitEvents(long count, Duration patience) throws InterruptedException {
    await(this::told, count, patience);
  }

  /** From each event's time to its arrival at a client. */
  synchronized List<Duration> latencies() {
    return List.copyOf(latencies);
  }

  synchronized long ended() {
    return ended;
  }

  synchronized long outOfOrder() {
    return outOfOrder;
  }

  private synchronized long told() {
    return latencies.size();
  }

  private synchronized long open() {
    return open;
  }

  private void await(LongSupplier have, long wanted, Duration patience)
      throws InterruptedException {
    long last = System.nanoTime() + patience.toNanos();
    while (have.getAsLong() < wanted && System.nanoTime() < last) {
      Thread.sleep(BETWEEN_LOOKS);
    }
  }

  private static byte[] request(URI node, String path, String token) {
    return ("GET "
            + path
            + " HTTP/1.1\r\nHost: "
            + node.getAuthority()
            + "\r\nAccept: text/event-stream\r\nAuthorization: Bearer "
            + token
            + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private void connect(URI node, byte[] request) throws IOException {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(node.getHost(), node.getPort()));
    channel.write(ByteBuffer.wrap(request));
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, new Stream());
    selector.wakeup();
  }

  private void read() {
    try {
      while (selector.isOpen()) {
        selector.select(this::read, BETWEEN_LOOKS.toMillis());
      }
    } catch (IOException failure) {
      throw new BenchFailed("connections can't be read: " + failure.getMessage());
    }
  }

  private void read(SelectionKey key) {
    buffer.clear();
    try {
      if (((SocketChannel) key.channel()).read(buffer) < 0) {
        lose(key);
        return;
      }
    } catch (IOException lost) {
      lose(key);
      return;
    }
    String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
    ((Stream) key.attachment()).take(text);
  }

  private synchronized void lose(SelectionKey key) {
    key.cancel();
    ended++;
  }

  @Override
  public void close() {
    try {
      for (SelectionKey key : List.copyOf(selector.keys())) {
        key.channel().close();
      }
      selector.close();
      reader.join();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    } catch (IOException failure) {
      throw new BenchFailed("connections can't be closed: " + failure.getMessage());
    }
  }

  /** What one client has read. */
  private final class Stream {
    private static final String TIME = "\"time\":\"";

    private String rest = "";
    private boolean isOpen;
    private long last;

    void take(String text) {
      synchronized (Listeners.this) {
        String all = rest + text;
        if (!isOpen && all.contains("retry:")) {
          isOpen = true;
          open++;
        }
        int begin = 0;
        int end = all.indexOf("\n\n", begin);
        while (end >= 0) {
          event(all.substring(begin, end));
          begin = end + 2;
          end = all.indexOf("\n\n", begin);
        }
        rest = all.substring(begin);
      }
    }

    private void event(String text) {
      int time = text.indexOf(TIME);
      int id = text.indexOf("id:");
      if (time < 0 || id < 0) {
        return;
      }
      int from = time + TIME.length();
      Instant happened = Instant.parse(text.substring(from, text.indexOf('"', from)));
      latencies.add(Duration.between(happened, Instant.now()));
      long position = Long.parseLong(text.substring(id + 3, text.indexOf('\n', id)).strip());
      if (position <= last) {
        outOfOrder++;
      }
      last = position;
    }
  }
}
