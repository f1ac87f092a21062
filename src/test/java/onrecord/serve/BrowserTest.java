package onrecord.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import onrecord.Archive;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.report.Report;
import onrecord.report.ReportRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Reports and the page of the server in a browser: nothing is requested from elsewhere, no script
 * of an article runs, nothing is wider than the screen, and axe-core finds no barrier. It needs
 * Chromium, and axe-core in {@code target/axe}; {@code .ci/run} installs both where it can.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {

  private static final String SCRIPT = "<script>document.title='ran'</script>";
  private static final Path AXE =
      Path.of("target", "axe", "node_modules", "axe-core", "axe.min.js");
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private Path folder;
  private Archive archive;
  private SearchServer server;
  private Browser browser;

  @BeforeAll
  void start(@TempDir Path shared) throws IOException {
    folder = shared;
    Optional<Path> program = Browser.program();
    Assumptions.assumeTrue(
        program.isPresent(), "Chromium is not installed, so no page is looked at in a browser");
    archive = archive();
    server =
        SearchServer.start(archive, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    browser = Browser.start(program.get(), folder.resolve("profile"));
  }

  @AfterAll
  void stop() throws IOException {
    if (browser != null) {
      browser.close();
      server.close();
      archive.close();
    }
  }

  private static Archive archive() throws IOException {
    Archive archive = Archive.inMemory();
    List<String> speakers = List.of("Ada Holm", "Bo Lind", "Cy Moss", "Dora Thistlewood-Vane");
    for (int i = 0; i < 30; i++) {
      String speaker = speakers.get(i % 7 % 4);
      archive.add(
          Article.builder(
                  "pier" + i,
                  "It rained. \"The pier at number "
                      + i
                      + " leaks, and Bo Lind will not mend it,\" said "
                      + speaker
                      + ", the harbor master. Nobody came to see it.")
              .title("Pier " + i + " of the old harbor, and who is to pay for it")
              .outlet(i % 5 == 0 ? "Quay Post" : "Harbor News")
              .published(
                  Published.parse(String.format(Locale.ROOT, "2024-%02d-11", 1 + i * i % 12)))
              .url("https://pier.example/" + i)
              .build());
    }
    archive.add(
        Article.builder("script", "\"The pier " + SCRIPT + " flies,\" said " + SCRIPT + " Holm.")
            .title(SCRIPT)
            .outlet(SCRIPT)
            .url("javascript:document.title='ran'")
            .build());
    archive.commit();
    return archive;
  }

  private String report() throws IOException {
    String html =
        Report.of(archive, ReportRequest.of(Search.of(Query.words("pier"))).withTitle("The pier"))
            .html();
    return Files.writeString(folder.resolve("report.html"), html).toUri().toString();
  }

  private void isDisplayedWell(String name) throws IOException {
    assertThat(browser.evaluate("document.title").stringValue()).isNotEqualTo("ran");
    assertThat(browser.evaluate("document.body.innerText").stringValue()).contains(SCRIPT);
    assertThat(
            browser
                .evaluate(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth")
                .intValue())
        .as("wider than the screen: " + name)
        .isLessThanOrEqualTo(0);
    browser.screenshot(SCREENSHOTS.resolve(name + ".png"));
  }

  @Test
  void aReportIsDisplayedWellEverywhereAndRequestsNothing() throws IOException {
    String report = report();
    for (int width : new int[] {390, 1440}) {
      for (String scheme : new String[] {"light", "dark"}) {
        browser.display(width, "screen", scheme);

        assertThat(browser.load(report)).containsExactly(report);
        isDisplayedWell("report-" + width + "-" + scheme);
      }
    }
    browser.display(794, "print", "dark");
    assertThat(browser.load(report)).containsExactly(report);
    isDisplayedWell("report-print");
    assertThat(background()).isEqualTo("rgb(255, 255, 255)");
  }

  private String background() throws IOException {
    return browser
        .evaluate("getComputedStyle(document.documentElement).backgroundColor")
        .stringValue();
  }

  @Test
  void thePageOfTheServerIsDisplayedWellAndRequestsNothingFromElsewhere() throws IOException {
    String page = server.address() + "?q=pier&limit=50";
    for (int width : new int[] {390, 1440}) {
      for (String scheme : new String[] {"light", "dark"}) {
        browser.display(width, "screen", scheme);

        assertThat(browser.load(page))
            .hasSizeGreaterThan(2)
            .allSatisfy(address -> assertThat(address).startsWith(server.address()));
        isDisplayedWell("serve-" + width + "-" + scheme);
        assertThat(browser.evaluate("document.images[0].naturalWidth").intValue()).isPositive();
      }
    }
  }

  @Test
  void theScriptOfThePageAppliesFiltersAndSuggestsNames() throws IOException {
    browser.display(1440, "screen", "light");
    browser.load(server.address() + "?q=pier");

    assertThat(
            browser
                .evaluate(
                    "(async () => { const box = document.getElementById('q'); box.value = 'thistle';"
                        + " box.dispatchEvent(new Event('input'));"
                        + " for (let i = 0; i < 500 && !document.querySelector('#names option'); i++)"
                        + " { await new Promise(done => setTimeout(done, 20)); }"
                        + " return document.querySelector('#names option').value; })()")
                .stringValue())
        .isEqualTo("speaker:\"Dora Thistlewood-Vane\"");
    assertThat(browser.evaluate("document.querySelector('.apply').hidden").booleanValue()).isTrue();
  }

  @Test
  void axeFindsNoBarrier() throws IOException {
    Assumptions.assumeTrue(
        Files.exists(AXE), "axe-core is not in target/axe, so barriers are not looked for with it");
    String axe = Files.readString(AXE);
    for (String page : List.of(report(), server.address() + "?q=pier", server.address() + "none")) {
      for (String scheme : List.of("light", "dark")) {
        browser.display(scheme.equals("dark") ? 390 : 1440, "screen", scheme);
        browser.load(page);
        browser.evaluate(axe + ";0");

        JsonNode violations =
            browser.evaluate(
                "axe.run().then(found => found.violations.map(v =>"
                    + " v.id + ': ' + v.nodes.map(n => n.target + ' ' + n.failureSummary)))");

        assertThat(violations.toPrettyString()).as(page + " " + scheme).isEqualTo("[ ]");
      }
    }
  }
}
