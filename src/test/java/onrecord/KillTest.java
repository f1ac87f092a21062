package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import onrecord.extract.Extractor;
import onrecord.model.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the command line while it adds articles to one archive, again and again. What it said was
 * committed must be there, whole. {@code -Dkills=N} sets how often; the profile {@code endurance}
 * sets 500.
 */
class KillTest {

  private static final int KILLS = Integer.getInteger("kills", 25);
  private static final long SEED = Long.getLong("kills.seed", 20201122);
  private static final int ARTICLES = 2000;
  private static final int IDS = 300;
  private static final int KILLED = 128 + 9;

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private final Extractor extractor = new Extractor();
  // What the archive holds by the last look at it.
  private final Map<String, String> held = new HashMap<>();

  @Test
  void whatWasCommittedIsThereAfterAKill() throws Exception {
    int kills = 0;
    long acknowledged = 0;
    for (int round = 0; kills < KILLS; round++) {
      assertThat(round).as("rounds, seed %d", SEED).isLessThan(2 * KILLS + 10);
      List<Article> articles = articles(round);
      Path input = Files.writeString(folder.resolve("input.jsonl"), lines(articles));

      Round done = addUntilKilled(input);

      assertThat(done.exitCode()).as("seed %d, round %d", SEED, round).isIn(0, KILLED);
      kills += done.exitCode() == KILLED ? 1 : 0;
      acknowledged += done.committed();
      check(articles, done.committed(), round);
    }
    assertThat(acknowledged).as("articles acknowledged before kills").isPositive();
    System.out.printf(
        "Kills: %d, articles acknowledged before them: %d, lost or broken: 0 (seed %d)%n",
        kills, acknowledged, SEED);
  }

  private record Round(int exitCode, int committed) {}

  private List<Article> articles(int round) {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      String text =
          "“In round " + round + " it is number " + i + ",” said Ann Lee. ".repeat(1 + i % 3);
      articles.add(Article.builder("a" + random.nextInt(IDS), text).build());
    }
    return articles;
  }

  private static String lines(List<Article> articles) {
    StringBuilder lines = new StringBuilder();
    for (Article article : articles) {
      lines
          .append("{\"id\":\"")
          .append(article.id())
          .append("\",\"text\":\"")
          .append(article.text())
          .append("\"}\n");
    }
    return lines.toString();
  }

  private Round addUntilKilled(Path input) throws Exception {
    Process child =
        new ProcessBuilder(
                ChildJava.command(
                    200,
                    "onrecord.cli.Main",
                    "index",
                    "--archive",
                    archive(),
                    "--json",
                    "--commit-every",
                    1 + random.nextInt(40),
                    input))
            .redirectError(folder.resolve("errors").toFile())
            .start();
    int commits = random.nextInt(8);
    int committed = 0;
    try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
      for (int i = 0; i < commits; i++) {
        committed = committed(out.readLine(), committed);
      }
      int wait = random.nextInt(commits == 0 ? 1500 : 60);
      boolean ended = child.waitFor(wait, TimeUnit.MILLISECONDS);
      assertThat(ended && child.exitValue() != 0)
          .as("the child failed: %s", Files.readString(folder.resolve("errors")))
          .isFalse();
      // The handle's way, since the process's own closes the output before it is read.
      child.toHandle().destroyForcibly();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        committed = committed(line, committed);
      }
    }
    return new Round(child.waitFor(), committed);
  }

  /** A line that was cut by the kill says nothing. */
  private static int committed(String line, int before) {
    String start = "{\"committed\":";
    return line != null && line.startsWith(start) && line.endsWith("}")
        ? Integer.parseInt(line.substring(start.length(), line.length() - 1))
        : before;
  }

  private Path archive() {
    return folder.resolve("archive");
  }

  private void check(List<Article> articles, int committed, int round) throws IOException {
    if (committed == 0 && held.isEmpty() && !Files.exists(archive())) {
      return;
    }
    String where = "seed %d, round %d, %d committed".formatted(SEED, round, committed);
    // Opening for writing also clears away what the kill left behind.
    try (Archive archive = Archive.open(archive())) {
      assertThat(archive.verify().problems()).as(where).isEmpty();
      Map<String, Set<String>> allowed = allowed(articles, committed);
      long quotations = 0;
      long found = 0;
      for (Map.Entry<String, Set<String>> entry : allowed.entrySet()) {
        Optional<Article> article = archive.article(entry.getKey());
        assertThat(article.map(Article::text).orElse(""))
            .as("%s, article %s", where, entry.getKey())
            .isIn(entry.getValue());
        if (article.isPresent()) {
          held.put(entry.getKey(), article.get().text());
          quotations += extractor.extract(article.get()).size();
          found++;
        }
      }
      assertThat(archive.info().articles()).as(where).isEqualTo(found);
      assertThat(archive.info().quotations()).as(where).isEqualTo(quotations);
    }
  }

  /** The texts that each article may have; the empty one stands for no article. */
  private Map<String, Set<String>> allowed(List<Article> articles, int committed) {
    Map<String, Set<String>> allowed = new HashMap<>();
    for (int i = 0; i < IDS; i++) {
      String id = "a" + i;
      allowed.put(id, new HashSet<>(Set.of(held.getOrDefault(id, ""))));
    }
    for (int i = 0; i < articles.size(); i++) {
      Article article = articles.get(i);
      if (i < committed) {
        allowed.put(article.id(), new HashSet<>());
      }
      allowed.get(article.id()).add(article.text());
    }
    return allowed;
  }
}
