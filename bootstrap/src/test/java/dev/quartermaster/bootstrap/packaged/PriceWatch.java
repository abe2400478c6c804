package dev.quartermaster.bootstrap.packaged;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Many who read a product's price at once, by itself and in the list, while it only ever rises. */
final class PriceWatch implements AutoCloseable {
  private final List<Place> places;
  private final Load load;

  private PriceWatch(List<Place> places) {
    this.places = places;
    this.load = Load.start(number -> places.get(number % places.size()).read());
  }

  /** Watches what each of the nodes shows to everybody. */
  static PriceWatch start(String product, RunningNode... nodes) throws IOException {
    List<Place> places = new ArrayList<>();
    for (RunningNode node : nodes) {
      Caller reader = Caller.anonymous(node);
      places.add(new Place(reader, "/api/v1/products/" + product, "price.amount"));
      places.add(
          new Place(
              reader,
              "/api/v1/products?page=1&limit=20",
              "data.find { it.id == '%s' }.price.amount".formatted(product)));
    }
    return new PriceWatch(places);
  }

  /** Waits until the price has been read everywhere. */
  void awaitEverywhere(int price) {
    Polling.until(
        "the price " + price + " everywhere",
        () -> places.stream().allMatch(place -> place.highest.get() >= price));
  }

  /** Waits until so many more have read it. */
  void awaitMore(int count) {
    load.awaitMore(count);
  }

  /** How often which status was answered. */
  Map<Integer, Integer> stop() throws InterruptedException, ExecutionException {
    return load.stop();
  }

  /** What nobody should have seen: a lower price after a higher one. */
  List<String> setbacks() {
    return places.stream().flatMap(place -> place.setbacks.stream()).toList();
  }

  @Override
  public void close() {
    load.close();
  }

  /** One of the places where a node shows the price. */
  private static final class Place {
    private final Caller reader;
    private final String path;
    private final String price;
    private final AtomicInteger highest = new AtomicInteger();
    private final Queue<String> setbacks = new ConcurrentLinkedQueue<>();

    Place(Caller reader, String path, String price) {
      this.reader = reader;
      this.path = path;
      this.price = price;
    }

    /** Others may have read a higher price meanwhile, but not before. */
    Answer read() throws IOException {
      int before = highest.get();
      Answer answer = reader.get(path);
      Optional.of(answer)
          .filter(shown -> shown.status() == 200)
          .map(shown -> shown.json().getInt(price))
          .ifPresent(now -> note(before, now));
      return answer;
    }

    private void note(int before, int now) {
      highest.accumulateAndGet(now, Math::max);
      if (now < before) {
        setbacks.add("%d after %d at %s%s".formatted(now, before, reader.node(), path));
      }
    }
  }
}
