package onrecord.eval;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page of a news site with its article as a person found it. Immutable.
 *
 * @param name the name of the file
 * @param html the characters of the page
 * @param title the headline
 * @param authors the authors
 * @param day the day of publication, such as "2024-05-03"; empty if unknown
 * @param summary the paragraphs that introduce the article, apart from its text
 * @param headings the headings between paragraphs
 * @param paragraphs the paragraphs
 */
record GoldPage(
    String name,
    String html,
    String title,
    List<String> authors,
    String day,
    List<String> summary,
    List<String> headings,
    List<String> paragraphs) {

  private static final String PAGE = ".html.gz";
  private static final int DAY_LENGTH = 10;
  private static final int START_OF_PARAGRAPH = 25;

  /** Returns the name of the publisher, which is the beginning of the name of the file. */
  String publisher() {
    return publisher(name);
  }

  private static String publisher(String name) {
    return name.substring(0, name.indexOf('_'));
  }

  /** Reads all pages of a folder that have an article. */
  static List<GoldPage> readAll(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(f -> f.toString().endsWith(PAGE)).sorted().toList();
    }
    List<GoldPage> pages = new ArrayList<>();
    for (Path file : files) {
      pages.add(read(file));
    }
    return pages;
  }

  private static GoldPage read(Path file) throws IOException {
    String name = file.getFileName().toString();
    String html;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      html = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    JsonNode versions =
        JsonMapper.shared()
            .readTree(Files.readString(file.resolveSibling(publisher(name) + ".json")));
    GoldPage best =
        versions.values().stream()
            .map(version -> of(name, html, version))
            .max(Comparator.comparingLong(GoldPage::foundInPage))
            .orElseThrow();
    return best;
  }

  /** The file of a publisher holds the articles of several pages, and does not say which. */
  private long foundInPage() {
    return paragraphs.stream()
        .filter(p -> html.contains(p.substring(0, Math.min(START_OF_PARAGRAPH, p.length()))))
        .count();
  }

  private static GoldPage of(String name, String html, JsonNode version) {
    List<String> headings = new ArrayList<>();
    List<String> paragraphs = new ArrayList<>();
    JsonNode body = version.path("body");
    for (JsonNode section : body.path("sections")) {
      headings.addAll(strings(section.path("headline")));
      paragraphs.addAll(strings(section.path("paragraphs")));
    }
    String date = version.path("publishing_date").asString("");
    return new GoldPage(
        name,
        html,
        version.path("title").asString(""),
        strings(version.path("authors")),
        date.substring(0, Math.min(DAY_LENGTH, date.length())),
        strings(body.path("summary")),
        headings,
        paragraphs);
  }

  private static List<String> strings(JsonNode list) {
    return list.values().stream().map(node -> node.asString("")).toList();
  }
}
