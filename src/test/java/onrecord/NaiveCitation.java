package onrecord;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import onrecord.NaiveArchive.Row;
import onrecord.model.PartialDate;
import onrecord.model.Quotation;
import onrecord.model.Said;
import onrecord.query.Search;

/** The numbers of a citation, made of a list of quotations as the documentation tells them. */
record NaiveCitation(long quotations, long articles, String checksum, String content) {

  static NaiveCitation of(NaiveArchive archive, Search search) {
    List<Row> rows = archive.find(search);
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

  private static String content(Row row) {
    Quotation quotation = row.quotation();
    StringBuilder parts = new StringBuilder();
    for (String part :
        List.of(
            quotation.id(),
            quotation.text(),
            quotation.speaker().name(),
            quotation.speaker().type().name(),
            quotation.speaker().id().orElse(""),
            quotation.kind().name(),
            quotation.said().flatMap(Said::date).map(PartialDate::toString).orElse(""),
            row.article().published().map(p -> p.day().toString()).orElse(""))) {
      parts.append(part.getBytes(StandardCharsets.UTF_8).length).append(':').append(part);
    }
    return sha256(parts.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] bytes) {
    return Hashing.sha256().hashBytes(bytes).toString();
  }
}
