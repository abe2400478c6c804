package dev.quartermaster.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the database says of jobs and of what they did, asked past the application. */
final class JobBooks {
  /** Four heartbeats that did not come, and the time in which that is noticed. */
  static final Duration LEASE = Duration.ofSeconds(30);

  private final Neighbours neighbours;

  JobBooks(Neighbours neighbours) {
    this.neighbours = neighbours;
  }

  /** How many jobs are not over. */
  long unfinished() {
    return Long.parseLong(
        texts("SELECT count(*) FROM jobs WHERE state IN ('queued', 'running')").getFirst());
  }

  /** The jobs that a dead node had for longer than a lease and that nobody has taken over. */
  List<String> stuck() {
    return texts(
        "SELECT task_instance || ' since ' || last_heartbeat FROM scheduled_tasks"
            + " WHERE picked AND last_heartbeat < now() - interval '%d seconds'"
                .formatted(LEASE.toSeconds()));
  }

  /** How many seconds a job took at the most, from its beginning to its end. */
  double longest() {
    return Double.parseDouble(
        texts("SELECT coalesce(max(extract(epoch FROM finished_at - started_at)), 0) FROM jobs")
            .getFirst());
  }

  /** What breaks each promise, by what it says of the jobs named. */
  Map<String, List<String>> breaches(int jobs) {
    Map<String, List<String>> breaches = new LinkedHashMap<>();
    breaches.put(
        "asked for and not there, or the other way round",
        texts("SELECT count(*) || ' jobs' FROM jobs HAVING count(*) <> " + jobs));
    breaches.put(
        "not done, or more than once",
        texts(
            "SELECT id || ' ' || state || ' ' || done || '/' || total FROM jobs"
                + " WHERE state <> 'succeeded' OR done <> 2 OR total <> 2 OR rejected <> 0"));
    breaches.put(
        "product that is not there",
        texts(
            """
            SELECT 'JOB-' || job || '-' || line
            FROM generate_series(0, %d) AS job, generate_series(1, 2) AS line
            WHERE NOT EXISTS (SELECT 1 FROM products WHERE sku = 'JOB-' || job || '-' || line)
            """
                .formatted(jobs - 1)));
    breaches.put(
        "product that is there twice, or was touched again",
        texts(
            "SELECT sku FROM products WHERE sku LIKE 'JOB-%'"
                + " GROUP BY sku HAVING count(*) > 1 OR max(version) > 1"));
    breaches.put(
        "product without one entry of its creation in the audit trail",
        texts(
            """
            SELECT product.sku FROM products AS product
            LEFT JOIN audit_trail AS entry
            ON entry.target_type = 'product' AND entry.target_id = product.id::text
            WHERE product.sku LIKE 'JOB-%' GROUP BY product.sku HAVING count(entry.action) <> 1
            """));
    breaches.put(
        "job without one entry each of its beginning and its end",
        texts(
            """
            SELECT job.id FROM jobs AS job
            LEFT JOIN audit_trail AS entry
            ON entry.target_type = 'job' AND entry.target_id = job.id::text
            GROUP BY job.id
            HAVING count(*) FILTER (WHERE entry.action = 'job.queued') <> 1
            OR count(*) FILTER (WHERE entry.action = 'job.succeeded') <> 1
            """));
    breaches.put("left in a queue", texts("SELECT task_instance FROM scheduled_tasks"));
    return breaches;
  }

  private List<String> texts(String sql) {
    try (Connection connection = neighbours.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException failure) {
      throw new BenchFailed("the database can't be asked: " + failure.getMessage());
    }
  }
}
