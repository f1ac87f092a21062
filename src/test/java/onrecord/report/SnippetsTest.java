package onrecord.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import onrecord.Archive;
import onrecord.query.Facet;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.TimeStep;
import onrecord.query.TimelineRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the documentation of this package. */
class SnippetsTest {

  @TempDir private Path folder;

  @Test
  void chart() throws IOException {
    Path file = folder.resolve("pier.svg");
    try (Archive archive = Pier.archive()) {
      // @start region="chart"
      Search search = Search.of(Query.words("pier"));
      TimelineRequest byMonth = TimelineRequest.of(TimeStep.MONTH).splitBy(Facet.SPEAKER, 5);
      Chart chart = Chart.of(archive.statistics().timeline(search, byMonth));
      Files.writeString(file, chart.svg());
      // @end
    }

    assertThat(file).content().contains("Over time, Ada Holm has 1 quotation of 2");
  }

  @Test
  void report() throws IOException {
    Path file = folder.resolve("pier.html");
    try (Archive archive = Pier.archive()) {
      // @start region="report"
      Search search = Search.of(Query.words("pier"));
      Report report = Report.of(archive, ReportRequest.of(search).withTitle("The pier"));
      Files.writeString(file, report.html());
      // @end
    }

    assertThat(file).content().contains("<h1>The pier</h1>");
  }
}
