package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.Hit;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SortOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exports all quotations of an archive in a program that has little memory. By default 60,000 in a
 * heap of 24 MB, which could not hold them; a million in 256 MB: {@code mvn test
 * -Dtest=StreamMemoryTest -Dstream.quotations=1000000 -Dstream.heap=256m}.
 */
class StreamMemoryTest {

  private static final int QUOTATIONS = Integer.getInteger("stream.quotations", 60_000);
  private static final String HEAP = System.getProperty("stream.heap", "24m");
  private static final int PER_ARTICLE = 20;
  private static final String WORDS =
      " is what the ferry, the toll and the old bridge will cost the town by the end of the year,"
          + " and nobody in the harbour office has ever said who is to pay for it";

  @TempDir Path folder;

  @Test
  void exportNeedsNoMoreMemoryForMoreQuotations() throws Exception {
    Path archive = folder.resolve("archive");
    fill(archive);
    for (SortOrder order : List.of(SortOrder.NEWEST, SortOrder.RELEVANCE)) {
      Path out = folder.resolve(order.name());

      Process export =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx" + HEAP,
                  "-XX:+UseSerialGC",
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Export.class.getName(),
                  archive.toString(),
                  order.name(),
                  out.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(export.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(export.waitFor()).as(said).isZero();
      try (Stream<String> ids = Files.lines(out)) {
        assertThat(ids.distinct().count()).isEqualTo(QUOTATIONS);
      }
    }
  }

  private static void fill(Path folder) throws IOException {
    try (Archive archive = Archive.open(folder)) {
      for (int i = 0; i < QUOTATIONS / PER_ARTICLE; i++) {
        add(archive, i);
      }
    }
  }

  private static void add(Archive archive, int number) throws IOException {
    StringBuilder text = new StringBuilder();
    int[] starts = new int[PER_ARTICLE + 1];
    for (int i = 0; i < PER_ARTICLE; i++) {
      starts[i] = text.length();
      text.append(number).append('-').append(i).append(WORDS);
    }
    starts[PER_ARTICLE] = text.length();
    Article article =
        Article.builder("article-" + number, text.toString())
            .published(Published.parse("20%02d-06-01".formatted(number % 30)))
            .outlet("Outlet " + number % 7)
            .build();
    archive.add(
        article,
        IntStream.range(0, PER_ARTICLE)
            .mapToObj(i ->
                Quotation.builder(article, List.of(new Span(starts[i], starts[i + 1])))
                    .speaker(Speaker.of("Speaker " + number % 1000, SpeakerType.PERSON))
                    .build())
            .toList());
  }

  /** Writes the ids of all quotations of an archive to a file. */
  static final class Export {

    private Export() {}

    public static void main(String[] args) throws IOException {
      Search search =
          Search.builder(Query.words("bridge")).sort(SortOrder.valueOf(args[1])).build();
      try (Archive archive = Archive.openReadOnly(Path.of(args[0]));
          BufferedWriter out = Files.newBufferedWriter(Path.of(args[2]));
          Stream<Hit> hits = archive.stream(search)) {
        hits.forEach(hit -> {
          try {
            out.write(hit.quotation().id());
            out.newLine();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
      }
    }
  }
}
