package onrecord.format;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.query.Hit;
import onrecord.text.CodePoints;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares what other programs read of an export with the hits that were exported. */
final class ExportChecks {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+");
  private static final Pattern NOT_XML =
      Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x{d800}-\\x{dfff}\\ufffe\\uffff]");

  /** An apostrophe where a cell may begin, before a formula or a break. */
  private static final Pattern PROTECTION =
      Pattern.compile(
          "(?:(?<=[;\\t\\r\\n])|^)'(?=['\\s\\p{Cc}\\p{Cf}\\p{Z}]*[=+@\\-\uff1d\uff0b\uff20\uff0d])"
              + "|^'(?='*[\\t\\r\\n])");

  private ExportChecks() {}

  static void table(HitFormat format, List<Hit> hits, ArticleLookup articles) throws Exception {
    char separator = format.title().equals("TSV") ? '\t' : ',';
    List<NamedCsvRecord> rows =
        CsvReader.builder()
            .fieldSeparator(separator)
            .ofNamedCsvRecord(ExportedHits.text(format, hits, articles))
            .stream()
            .toList();

    assertThat(rows).hasSameSizeAs(hits);
    for (int i = 0; i < hits.size(); i++) {
      Hit hit = hits.get(i);
      Article article = articles.article(hit.article().id()).orElseThrow();
      NamedCsvRecord row = rows.get(i);
      assertThat(value(format, row.getField("text"))).isEqualTo(hit.quotation().text());
      assertThat(value(format, row.getField("title"))).isEqualTo(article.title());
      assertThat(list(value(format, row.getField("authors")))).isEqualTo(article.authors());
      assertThat(list(value(format, row.getField("tags")))).isEqualTo(article.tags());
      assertThat(list(value(format, row.getField("about")))).isEqualTo(hit.quotation().about());
    }
  }

  /** Undoes the protection from formulas. */
  private static String value(HitFormat format, String cell) {
    boolean raw = format == HitFormat.RAW_CSV || format == HitFormat.RAW_TSV;
    return raw ? cell : PROTECTION.matcher(cell).replaceAll("");
  }

  /** Splits a list as the documentation specifies. */
  private static List<String> list(String cell) {
    List<String> elements = new ArrayList<>();
    StringBuilder element = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == '|') {
        elements.add(element.toString());
        element.setLength(0);
      } else {
        element.append(c == '\\' ? cell.charAt(++i) : c);
      }
    }
    if (!cell.isEmpty()) {
      elements.add(element.toString());
    }
    return elements;
  }

  static void schemaOrg(List<Hit> hits, ArticleLookup articles) throws Exception {
    JsonNode graph =
        JSON.readTree(ExportedHits.text(HitFormat.SCHEMA_ORG, hits, articles)).get("@graph");

    assertThat(graph).hasSameSizeAs(hits);
    for (int i = 0; i < hits.size(); i++) {
      Article article = articles.article(hits.get(i).article().id()).orElseThrow();
      JsonNode quotation = graph.get(i);
      assertThat(quotation.get("@type").stringValue()).isEqualTo("Quotation");
      assertThat(quotation.get("text").stringValue()).isEqualTo(hits.get(i).quotation().text());
      assertThat(quotation.at("/isBasedOn/identifier").stringValue()).isEqualTo(article.id());
      assertThat(
              quotation.at("/isBasedOn/author").valueStream().map(a -> a.get("name").stringValue()))
          .containsExactlyElementsOf(article.authors());
    }
  }

  static void webAnnotation(List<Hit> hits, ArticleLookup articles) throws Exception {
    JsonNode annotations =
        JSON.readTree(ExportedHits.text(HitFormat.WEB_ANNOTATION, hits, articles));

    assertThat(annotations).hasSameSizeAs(hits);
    for (int i = 0; i < hits.size(); i++) {
      Quotation quotation = hits.get(i).quotation();
      String text = articles.article(hits.get(i).article().id()).orElseThrow().text();
      List<JsonNode> targets = annotations.get(i).get("target").valueStream().toList();
      assertThat(targets).hasSameSizeAs(quotation.runs());
      for (int j = 0; j < targets.size(); j++) {
        JsonNode position = targets.get(j).at("/selector/0");
        JsonNode quote = targets.get(j).at("/selector/1");
        String exact = quotation.runs().get(j).in(text);
        assertThat(codePoints(text, position)).isEqualTo(exact);
        assertThat(quote.get("exact").stringValue()).isEqualTo(exact);
        assertThat(text)
            .contains(
                quote.get("prefix").stringValue() + exact + quote.get("suffix").stringValue());
      }
    }
  }

  static void citron(List<Hit> hits, ArticleLookup articles) throws Exception {
    List<JsonNode> quotes =
        ExportedHits.text(HitFormat.CITRON, hits, articles)
            .lines()
            .map(JSON::readTree)
            .flatMap(document ->
                document
                    .get("quotes")
                    .valueStream()
                    .peek(quote -> spans(quote, document.get("text").stringValue())))
            .toList();

    assertThat(quotes.stream().map(quote -> quote.get("id").stringValue()))
        .containsExactlyElementsOf(hits.stream().map(hit -> hit.quotation().id()).toList());
  }

  private static void spans(JsonNode quote, String text) {
    Stream.of("sources", "coreferences", "contents")
        .flatMap(name -> quote.get(name).valueStream())
        .forEach(
            span -> assertThat(codePoints(text, span)).isEqualTo(span.get("text").stringValue()));
    assertThat(quote.get("contents")).isNotEmpty();
  }

  /** {@return the slice of a text that a program has whose indices are code points} */
  private static String codePoints(String text, JsonNode span) {
    int[] all = text.codePoints().toArray();
    int start = span.get("start").intValue();
    return new String(all, start, span.get("end").intValue() - start);
  }

  static void tei(List<Hit> hits, ArticleLookup articles) throws Exception {
    XmlDocument xml = new XmlDocument(ExportedHits.text(HitFormat.TEI, hits, articles));

    Map<String, StringBuilder> words = new LinkedHashMap<>();
    List<String> ids = xml.attributes("//*[@*[name()='xml:id']]", "xml:id");
    assertThat(ids).doesNotHaveDuplicates();
    for (Element said : xml.elements("/teiCorpus/TEI/text/body/p//said")) {
      words
          .computeIfAbsent(said.getAttribute("n"), id -> new StringBuilder())
          .append(said.getTextContent());
      for (String reference : List.of("who", "prev", "next")) {
        String value = said.getAttribute(reference);
        assertThat(value.isEmpty() || ids.contains(value.substring(1))).isTrue();
      }
    }
    for (Hit hit : hits) {
      String text = articles.article(hit.article().id()).orElseThrow().text();
      StringBuilder expected = new StringBuilder();
      Stream.of(new LinkedHashSet<>(hit.quotation().runs()))
          .flatMap(LinkedHashSet::stream)
          .forEach(run -> expected.append(inLines(text, run)));
      assertThat(String.valueOf(words.get(xml(hit.quotation().id()))))
          .isEqualTo(expected.isEmpty() ? "null" : xml(expected.toString()));
    }
    assertThat(xml.texts("/teiCorpus/TEI/teiHeader/fileDesc/titleStmt/title"))
        .containsAll(hits.stream().map(hit -> xml(hit.article().title())).toList());
  }

  /** {@return the characters of a run that are in lines that are not blank} */
  private static String inLines(String text, Span run) {
    StringBuilder words = new StringBuilder();
    for (int start = 0; start < text.length(); ) {
      int end = start;
      while (end < text.length() && "\r\n".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      int from = Math.max(start, run.start());
      int to = Math.min(end, run.end());
      if (from < to && !text.substring(start, end).isBlank()) {
        words.append(text, from, to);
      }
      start = end + 1;
    }
    return words.toString();
  }

  private static String xml(String text) {
    return NOT_XML.matcher(text).replaceAll("\ufffd");
  }

  static void references(List<Hit> hits, ArticleLookup articles) throws Exception {
    int count = (int) hits.stream().map(hit -> hit.article().id()).distinct().count();
    String ris = ExportedHits.text(HitFormat.RIS, hits, articles);
    List<String> lines = List.of(ris.split("\r\n"));
    assertThat(lines).allMatch(line -> line.isEmpty() || line.matches("[A-Z][A-Z0-9]  - .*"));
    assertThat(lines).filteredOn(line -> line.equals("ER  - ")).hasSize(count);
    assertThat(lines)
        .containsAll(
            hits.stream()
                .map(hit -> BREAKS.matcher(hit.article().title()).replaceAll(" ").strip())
                .filter(title -> !title.isEmpty())
                .map(title -> "TI  - " + title)
                .toList());

    List<Map<String, String>> entries =
        BibTexReader.entries(ExportedHits.text(HitFormat.BIBTEX, hits, articles));
    assertThat(entries).hasSize(count);
    assertThat(entries.stream().map(entry -> entry.get("title")))
        .containsAll(
            hits.stream()
                .map(hit -> BREAKS.matcher(hit.article().title()).replaceAll(" ").strip())
                .map(title -> title.isEmpty() ? null : title)
                .toList());
  }

  static void sqlite(Path folder, List<Hit> hits, ArticleLookup articles) throws Exception {
    Path file = ExportedHits.file(folder, HitFormat.SQLITE, hits, articles);

    assertThat(SqliteRows.of(file, "PRAGMA integrity_check")).containsExactly(List.of("ok"));
    assertThat(SqliteRows.of(file, "PRAGMA foreign_key_check")).isEmpty();
    Map<String, String> texts = new LinkedHashMap<>();
    SqliteRows.of(file, "SELECT id, text FROM quotations")
        .forEach(row -> texts.put(row.get(0), row.get(1)));
    Map<String, String> runs = new LinkedHashMap<>();
    SqliteRows.of(
            file,
            "SELECT quotation, group_concat(start || '-' || \"end\", ' ' ORDER BY position)"
                + " FROM runs GROUP BY quotation")
        .forEach(row -> runs.put(row.get(0), row.get(1)));
    assertThat(texts)
        .hasSize((int) hits.stream().map(hit -> hit.quotation().id()).distinct().count());
    for (Hit hit : hits) {
      String text = articles.article(hit.article().id()).orElseThrow().text();
      CodePoints points = new CodePoints(text);
      assertThat(texts.get(hit.quotation().id()))
          .isEqualTo(hit.quotation().text().replaceAll("\\p{Cs}", "\ufffd"));
      assertThat(runs.get(hit.quotation().id()))
          .isEqualTo(
              String.join(
                  " ",
                  hit.quotation().runs().stream()
                      .map(run -> points.before(run.start()) + "-" + points.before(run.end()))
                      .toList()));
    }
  }
}
