package onrecord;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import onrecord.NaiveArchive.Row;
import onrecord.model.Article;
import onrecord.model.Fields;
import onrecord.model.PartialDate;
import onrecord.model.Quotation;
import onrecord.model.Said;
import onrecord.query.Search;

/** The numbers of a citation, made of a list of quotations as the documentation defines them. */
record NaiveCitation(long quotations, long articles, String checksum, String content) {

  static NaiveCitation of(NaiveArchive archive, Search search) {
    List<Row> rows = List.copyOf(new NaivePages(archive).hits(search).keySet());
    String ids =
        rows.stream()
            .map(row -> row.quotation().id() + "\n")
            .sorted()
            .collect(Collectors.joining());
    String contents =
        rows.stream()
            .sorted(
                Comparator.comparing((Row row) -> row.quotation().id())
                    .thenComparing(NaiveCitation::content))
            .map(NaiveCitation::content)
            .collect(Collectors.joining());
    return new NaiveCitation(
        rows.size(),
        NaiveArchive.articles(rows),
        sha256(ids.getBytes(StandardCharsets.UTF_8)),
        sha256(HexFormat.of().parseHex(contents)));
  }

  /** The contents of the quotations found by their ids, in order. */
  static SortedMap<String, List<String>> contents(NaiveArchive archive, Search search) {
    SortedMap<String, List<String>> contents =
        new TreeMap<>(
            Comparator.comparing(
                (String id) -> id.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));
    for (Row row : new NaivePages(archive).hits(search).keySet()) {
      contents.computeIfAbsent(row.quotation().id(), id -> new ArrayList<>()).add(content(row));
    }
    contents.values().forEach(Collections::sort);
    return contents;
  }

  private static String content(Row row) {
    Quotation quotation = row.quotation();
    Article article = row.article();
    List<String> values = new ArrayList<>();
    values.addAll(
        List.of(
            quotation.id(),
            quotation.text(),
            quotation.speaker().name(),
            quotation.speaker().type().name(),
            quotation.speaker().id().orElse(""),
            quotation.kind().name(),
            quotation.said().flatMap(Said::date).map(PartialDate::toString).orElse(""),
            article.published().map(p -> p.day().toString()).orElse(""),
            article.title(),
            article.outlet().orElse(""),
            article.section().orElse(""),
            article.language().orElse("")));
    for (List<String> list : List.of(article.authors(), article.tags())) {
      values.add(String.valueOf(list.size()));
      values.addAll(list);
    }
    addFields("article.", article.fields(), values);
    addFields("quotation.", quotation.fields(), values);
    addFields("speaker.", quotation.speaker().fields(), values);
    StringBuilder parts = new StringBuilder();
    for (String part : values) {
      parts.append(part.getBytes(StandardCharsets.UTF_8).length).append(':').append(part);
    }
    return sha256(parts.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void addFields(String owner, Fields fields, List<String> values) {
    fields
        .values()
        .forEach((name, given) -> {
          values.add(owner + name);
          values.add(String.valueOf(given.size()));
          given.forEach(value -> values.add(value.text()));
        });
  }

  private static String sha256(byte[] bytes) {
    return Hashing.sha256().hashBytes(bytes).toString();
  }
}
