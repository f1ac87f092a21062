package onrecord.format;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.model.RecordedAnnotation;
import onrecord.query.ArchiveInfo;
import onrecord.query.CoderAgreement;
import onrecord.query.Collocates;
import onrecord.query.Collocation;
import onrecord.query.Concordance;
import onrecord.query.CrossTable;
import onrecord.query.CrossTableRequest;
import onrecord.query.Dispersion;
import onrecord.query.ErrorRates;
import onrecord.query.FacetCount;
import onrecord.query.FacetCounts;
import onrecord.query.Keyness;
import onrecord.query.Keywords;
import onrecord.query.Metric;
import onrecord.query.Network;
import onrecord.query.Occurrence;
import onrecord.query.OwnField;
import onrecord.query.PivotTable;
import onrecord.query.SearchResult;
import onrecord.query.Suggestions;
import onrecord.query.Timeline;
import onrecord.query.WordList;
import onrecord.query.Wordings;
import onrecord.text.CodePoints;

/**
 * A result as a table, which {@link #write} writes as CSV or TSV. An unknown value is empty. Hits
 * are written by {@link HitFormat} instead. Immutable.
 *
 * {@snippet file="onrecord/format/SnippetsTest.java" region="table"}
 *
 * @param columns the names of the columns
 * @param rows the rows, with one value per column
 */
public record ResultTable(List<String> columns, List<List<String>> rows) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if a row does not have one value per column
   */
  public ResultTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row must have " + columns.size() + " values, but was " + row);
      }
    }
  }

  /**
   * Writes this table.
   *
   * @throws IOException if the output cannot be written
   * @throws IllegalStateException if FastCSV is missing; the message says how to add it
   */
  public void write(TableFormat format, Appendable out) throws IOException {
    TableWriter table = new TableWriter(requireNonNull(out, "out"), requireNonNull(format));
    table.line(columns);
    for (List<String> row : rows) {
      table.line(row);
    }
  }

  /**
   * {@return the counts of all facets of a search, with the columns facet, value, quotations and
   * articles; a facet has the same name as in {@link ResultJson}}
   */
  public static ResultTable of(SearchResult result) {
    List<List<String>> rows = new ArrayList<>();
    FacetNames names = new FacetNames();
    for (FacetCounts counts : result.facets()) {
      String facet = names.next(counts.request());
      for (FacetCount count : counts.counts()) {
        rows.add(row(facet, count.value(), count.quotations(), count.articles()));
      }
    }
    return new ResultTable(List.of("facet", "value", "quotations", "articles"), rows);
  }

  /**
   * {@return a timeline, with the columns period, first_day, quotations, all and share; if it is
   * split by a facet, with the additional column value, and with one row per period and value
   * instead of one per period}
   */
  public static ResultTable of(Timeline timeline) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < timeline.parts().size(); i++) {
      Timeline.Part part = timeline.parts().get(i);
      if (timeline.request().split().isEmpty()) {
        rows.add(row(part.name(), part.first(), part.quotations(), part.all(), part.share()));
      }
      for (Timeline.Series series : timeline.series()) {
        long count = series.counts().get(i);
        rows.add(
            row(part.name(), part.first(), series.value(), count, part.all(), part.shareOf(count)));
      }
    }
    return new ResultTable(
        timeline.request().split().isEmpty()
            ? List.of("period", "first_day", "quotations", "all", "share")
            : List.of("period", "first_day", "value", "quotations", "all", "share"),
        rows);
  }

  /**
   * {@return a table with a column for each dimension, one for each metric and, if shares were
   * requested, the columns base and share}
   */
  public static ResultTable of(CrossTable table) {
    CrossTableRequest request = table.request();
    boolean hasBase = request.base().isPresent();
    List<String> columns = new ArrayList<>();
    request.dimensions().forEach(dimension -> columns.add(dimension.name()));
    request.metrics().forEach(metric -> columns.add(JsonObject.name(metric)));
    if (hasBase) {
      columns.addAll(List.of("base", "share"));
    }
    List<List<String>> rows = new ArrayList<>();
    for (CrossTable.Row row : table.rows()) {
      List<String> cells = new ArrayList<>(row.values());
      row.metrics().forEach((metric, value) -> cells.add(metric(metric, value)));
      if (hasBase) {
        cells.addAll(row(row.base().orElse(0), row.share()));
      }
      rows.add(cells);
    }
    return new ResultTable(columns, rows);
  }

  /** {@return the value of a metric as it is written} */
  static String metric(Metric metric, double value) {
    return metric == Metric.CONFIDENCE ? String.valueOf(value) : String.valueOf((long) value);
  }

  /**
   * {@return a table in wide form, with a column for each dimension but the last, a column for each
   * value of the last, and the column total; the last row has the totals, and its first columns are
   * empty}
   *
   * <p>The column of a value has the value as its name. If the table states more than the numbers
   * of quotations, or of something else, each value has a column for each metric and, if shares
   * were requested, the columns base and share, with names such as articles_2020-01 and
   * share_2020-01, and so has the total. A value that would have the name of another column is
   * preceded by the name of its dimension, as in {@code outlet=total}. What is counted where there
   * are no quotations is 0, and their mean confidence is empty.
   */
  public static ResultTable of(PivotTable table) {
    return new WideTable(table.request()).of(table);
  }

  /**
   * {@return keywords, with the columns word, g2, count, other_count, per_million,
   * other_per_million, log_ratio and percent_diff}
   */
  public static ResultTable of(Keywords keywords) {
    return new ResultTable(
        List.of(
            "word",
            "g2",
            "count",
            "other_count",
            "per_million",
            "other_per_million",
            "log_ratio",
            "percent_diff"),
        keywords.keywords().stream().map(word -> row(word, keywords.keyness(word))).toList());
  }

  private static List<String> row(Keywords.Keyword word, Keyness keyness) {
    return row(
        word.word(),
        word.g2(),
        word.count(),
        word.otherCount(),
        keyness.perMillion(),
        keyness.otherPerMillion(),
        keyness.logRatio(),
        keyness.percentDiff().stream().boxed().findFirst());
  }

  /**
   * {@return a list of words, with the columns text, count, per_million, quotations and articles}
   */
  public static ResultTable of(WordList list) {
    return new ResultTable(
        List.of("text", "count", "per_million", "quotations", "articles"),
        list.entries().stream()
            .map(entry ->
                row(
                    entry.text(),
                    entry.count(),
                    list.perMillion(entry),
                    entry.quotations(),
                    entry.articles()))
            .toList());
  }

  /**
   * {@return collocates, with the columns word, count, expected, total, g2, log_ratio and log_dice}
   */
  public static ResultTable of(Collocates collocates) {
    return new ResultTable(
        List.of("word", "count", "expected", "total", "g2", "log_ratio", "log_dice"),
        collocates.collocates().stream()
            .map(collocate -> row(collocate, collocates.collocation(collocate)))
            .toList());
  }

  private static List<String> row(Collocates.Collocate collocate, Collocation measures) {
    return row(
        collocate.word(),
        collocate.count(),
        measures.expected(),
        collocate.total(),
        measures.g2(),
        measures.logRatio().stream().boxed().findFirst(),
        measures.logDice());
  }

  /** {@return the parts of a dispersion, with the columns part, words, places and per_million} */
  public static ResultTable of(Dispersion dispersion) {
    return new ResultTable(
        List.of("part", "words", "places", "per_million"),
        dispersion.parts().stream()
            .map(part -> row(part.name(), part.words(), part.places(), part.perMillion()))
            .toList());
  }

  /** {@return the edges of a network, with the columns speaker, about and quotations} */
  public static ResultTable of(Network network) {
    return new ResultTable(
        List.of("speaker", "about", "quotations"),
        network.edges().stream()
            .map(edge -> row(edge.speaker(), edge.about(), edge.quotations()))
            .toList());
  }

  /**
   * {@return the lines of a concordance, with the columns left, match, right, start, end,
   * quotation, speaker, article, title, published, outlet and url, where start and end are the
   * place of the match in code points from the start of the quotation's text, and quotation and
   * article are ids}
   */
  public static ResultTable of(Concordance concordance) {
    return new ResultTable(
        List.of(
            "left",
            "match",
            "right",
            "start",
            "end",
            "quotation",
            "speaker",
            "article",
            "title",
            "published",
            "outlet",
            "url"),
        concordance.lines().stream().map(ResultTable::row).toList());
  }

  private static List<String> row(Concordance.Line line) {
    CodePoints text = new CodePoints(line.quotation().text());
    return row(
        line.left(),
        line.match(),
        line.right(),
        text.before(line.place().start()),
        text.before(line.place().end()),
        line.quotation().id(),
        HitTable.name(line.quotation().speaker()),
        line.article().id(),
        line.article().title(),
        line.article().published(),
        line.article().outlet(),
        line.article().url());
  }

  /**
   * {@return error rates, with the columns by, value, judged, wrong, share, lower and upper, where
   * by is all, confidence or rule, and lower and upper are the bounds of the interval of the share}
   */
  public static ResultTable of(ErrorRates rates) {
    List<List<String>> rows = new ArrayList<>();
    rates.all().ifPresent(rate -> rows.add(row("all", rate)));
    rates.confidence().forEach(rate -> rows.add(row("confidence", rate)));
    rates.rules().forEach(rate -> rows.add(row("rule", rate)));
    return new ResultTable(
        List.of("by", "value", "judged", "wrong", "share", "lower", "upper"), rows);
  }

  private static List<String> row(String by, ErrorRates.Rate rate) {
    return row(
        by,
        rate.value(),
        rate.judged(),
        rate.wrong(),
        rate.share(),
        rate.interval().lower(),
        rate.interval().upper());
  }

  /**
   * {@return the occurrences of wordings, with the columns wording, quotations, articles, outlets,
   * occurrence, published, outlet, speaker, text, quotation, article, title and url, where wording
   * and occurrence are numbers from 1, the next three are those of the wording, and quotation and
   * article are ids}
   */
  public static ResultTable of(Wordings wordings) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < wordings.wordings().size(); i++) {
      Wordings.Wording wording = wordings.wordings().get(i);
      for (int j = 0; j < wording.occurrences().size(); j++) {
        Occurrence occurrence = wording.occurrences().get(j);
        rows.add(
            row(
                i + 1,
                wording.quotations(),
                wording.articles(),
                wording.knownOutlets(),
                j + 1,
                occurrence.article().published(),
                occurrence.article().outlet(),
                HitTable.name(occurrence.quotation().speaker()),
                occurrence.quotation().text(),
                occurrence.quotation().id(),
                occurrence.article().id(),
                occurrence.article().title(),
                occurrence.article().url()));
      }
    }
    return new ResultTable(
        List.of(
            "wording",
            "quotations",
            "articles",
            "outlets",
            "occurrence",
            "published",
            "outlet",
            "speaker",
            "text",
            "quotation",
            "article",
            "title",
            "url"),
        rows);
  }

  /** {@return suggestions, with the columns speaker, quotations and exact} */
  public static ResultTable of(Suggestions suggestions) {
    return new ResultTable(
        List.of("speaker", "quotations", "exact"),
        suggestions.speakers().stream()
            .map(speaker -> row(speaker.speaker(), speaker.quotations(), speaker.exact()))
            .toList());
  }

  /**
   * {@return the summary of an archive, with the columns articles, quotations, speakers, indirect,
   * first_published, last_published, format, extractor and fields, and one row}
   */
  public static ResultTable of(ArchiveInfo info) {
    return new ResultTable(
        List.of(
            "articles",
            "quotations",
            "speakers",
            "indirect",
            "first_published",
            "last_published",
            "format",
            "extractor",
            "fields"),
        List.of(
            row(
                info.articles(),
                info.quotations(),
                info.speakers(),
                info.indirect(),
                info.firstPublished(),
                info.lastPublished(),
                info.format(),
                info.extractor(),
                ListCell.of(info.ownFields().keySet().stream().map(OwnField::word).toList()))));
  }

  /**
   * {@return the agreement of coders, with the columns field, quotations, coders, labels and alpha}
   */
  public static ResultTable agreement(List<CoderAgreement> agreement) {
    return new ResultTable(
        List.of("field", "quotations", "coders", "labels", "alpha"),
        agreement.stream()
            .map(field ->
                row(
                    "quotation." + field.field(),
                    field.quotations(),
                    field.coders(),
                    field.labels(),
                    field.alpha().isPresent() ? field.alpha().getAsDouble() : ""))
            .toList());
  }

  /**
   * {@return annotations, with the columns quotation, annotated, article, field, value, coder, day,
   * standing, replaced and words}
   */
  public static ResultTable annotations(List<RecordedAnnotation> annotations) {
    return new ResultTable(
        AnnotationTable.COLUMNS, annotations.stream().map(AnnotationTable::row).toList());
  }

  private static List<String> row(Object... values) {
    return Stream.of(values)
        .map(value -> value instanceof Optional<?> optional ? optional.orElse(null) : value)
        .map(value -> value == null ? "" : value.toString())
        .toList();
  }
}
