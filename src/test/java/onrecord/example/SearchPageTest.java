package onrecord.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onrecord.Archive;
import onrecord.model.Article;
import onrecord.model.Published;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example of a search page, used as by a browser. */
class SearchPageTest {

  private Archive archive;

  @BeforeEach
  void open() throws IOException {
    archive = Archive.inMemory();
    for (int i = 0; i < 12; i++) {
      archive.add(
          Article.builder("pier" + i, "It rained. \"The pier leaks,\" said Ada Holm. Nobody came.")
              .title("Pier " + i)
              .outlet(i == 0 ? "<b>Quay</b>" : "Harbor News")
              .published(Published.parse(2012 + i + "-05-01"))
              .build());
    }
    archive.commit();
  }

  @AfterEach
  void close() throws IOException {
    archive.close();
  }

  private Document page(Map<String, List<String>> parameters) throws IOException {
    return Jsoup.parse(new SearchPage(archive).answer(parameters));
  }

  @Test
  void matchesAreMarkedInTheirContext() throws IOException {
    Document page = page(Map.of("q", List.of("pier")));

    assertThat(page.select("form + p").text()).isEqualTo("12 quotations");
    assertThat(page.select("p:has(mark)").first().html())
        .startsWith("It rained. \"The <mark>pier</mark> leaks,\" said Ada Holm. Nobody came.");
    assertThat(page.select("input[name=q]").val()).isEqualTo("pier");
  }

  @Test
  void facetsFilterAndKeepTheirOtherValues() throws IOException {
    Document page = page(Map.of("OUTLET", List.of("<b>Quay</b>")));

    assertThat(page.select("form + p").text()).isEqualTo("1 quotations");
    assertThat(page.select("label:has([name=OUTLET])").eachText())
        .containsExactly("Harbor News 11", "<b>Quay</b> 1");
    assertThat(page.select("[checked]").eachAttr("value")).containsExactly("<b>Quay</b>");
    assertThat(page.select("label")).hasSize(4);
  }

  @Test
  void pagesFollowEachOther() throws IOException {
    Map<String, List<String>> parameters = Map.of("q", List.of("pier & dock OR pier"));
    List<String> seen = new ArrayList<>(page(parameters).select("b").eachText());
    String next = page(parameters).select("a").attr("href");
    while (!next.isEmpty()) {
      Document page = page(parameters(next));
      seen.addAll(page.select("p b").eachText());
      next = page.select("a").attr("href");
    }

    assertThat(seen).hasSize(12);
  }

  private static Map<String, List<String>> parameters(String link) {
    Map<String, List<String>> parameters = new TreeMap<>();
    for (String part : link.substring(1).split("&")) {
      int equals = part.indexOf('=');
      parameters.put(
          part.substring(0, equals),
          List.of(URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8)));
    }
    return parameters;
  }

  @Test
  void whatIsTypedIsText() throws IOException {
    String typed = "\"><script>alert(1)</script>";
    Document page = page(Map.of("q", List.of(typed)));

    assertThat(page.select("script")).isEmpty();
    assertThat(page.select("input[name=q]").val()).isEqualTo(typed);
  }
}
