package onrecord.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.AddObserver;
import onrecord.Archive;
import onrecord.engine.Verification;
import onrecord.model.Article;
import onrecord.query.Citation;
import onrecord.query.CollocatesRequest;
import onrecord.query.ConcordanceOrder;
import onrecord.query.ConcordanceRequest;
import onrecord.query.CorpusParts;
import onrecord.query.CrossTableRequest;
import onrecord.query.DateRange;
import onrecord.query.Dimension;
import onrecord.query.DispersionRequest;
import onrecord.query.Facet;
import onrecord.query.KeywordsRequest;
import onrecord.query.Metric;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import onrecord.query.Selection;
import onrecord.query.ShareBase;
import onrecord.query.SortOrder;
import onrecord.query.TimeStep;
import onrecord.query.TimelineRequest;
import onrecord.query.WordListRequest;
import onrecord.query.WordingsRequest;

/** Every way to use an archive, by name and in order, in tests. */
final class ArchiveUses {

  private static final CrossTableRequest TABLE =
      new CrossTableRequest(
          List.of(
              new Dimension.Values(Facet.SPEAKER, 3),
              new Dimension.Values(Facet.TAG, 3),
              new Dimension.Periods(Facet.SAID, TimeStep.MONTH)),
          EnumSet.allOf(Metric.class),
          Optional.of(ShareBase.ofArchive()));

  private static final Search ALL = Search.builder(Query.all()).kinds(Selection.ALL_KINDS).build();
  private static final Search NUMBER = Search.of(Query.parse("number"));

  private ArchiveUses() {}

  /** A use of an archive, and what it returns. */
  @FunctionalInterface
  interface Use {
    Object of(Archive archive) throws IOException;
  }

  /** Everything that reads an archive, with results that depend on its contents only. */
  static Map<String, Use> reading() {
    Map<String, Use> uses = new LinkedHashMap<>();
    uses.put("info", Archive::info);
    uses.put("article", archive -> archive.article("a3"));
    uses.put("articles", archive -> list(archive.articles(ALL)));
    uses.put("stream", archive -> list(archive.stream(ALL)));
    for (Facet facet : Facet.values()) {
      uses.put("values of " + facet, archive -> list(archive.values(ALL, facet)));
    }
    addSearches(uses);
    addStatistics(uses);
    uses.put("verify", archive -> archive.verify().isSound());
    return uses;
  }

  private static void addSearches(Map<String, Use> uses) {
    for (SortOrder order : SortOrder.values()) {
      uses.put(
          "search by " + order, archive -> found(archive.search(everything().sort(order).build())));
    }
    uses.put(
        "words",
        archive ->
            found(
                archive.search(
                    Search.builder(
                            Query.parse(
                                "\"number 3\" OR numb* OR nunber~1 OR /1[0-9]/ OR speaker:lee OR"
                                    + " (said AND NOT 7)"))
                        .highlight(true)
                        .distinct(true)
                        .build())));
    uses.put(
        "days",
        archive ->
            found(
                archive.search(
                    Search.builder(Query.published(DateRange.parse("2020-11-03..2020-11-18")))
                        .filter(Facet.OUTLET, "Outlet 1")
                        .build())));
    uses.put("suggest", archive -> archive.suggest("an", ALL, 10));
  }

  /** A result without its cursor, which names the snapshot. */
  private static Object found(SearchResult result) {
    return List.of(
        result.total(), result.quotations(), result.articles(), result.hits(), result.facets());
  }

  /** A citation without its snapshot. */
  private static Object cited(Citation citation) {
    return List.of(
        citation.quotations(), citation.articles(), citation.checksum(), citation.content());
  }

  private static Search.Builder everything() {
    Search.Builder search = Search.builder(Query.all()).kinds(Selection.ALL_KINDS).context(2);
    for (Facet facet : Facet.values()) {
      search.facet(facet);
    }
    return search;
  }

  private static void addStatistics(Map<String, Use> uses) {
    uses.put("cite", archive -> cited(archive.cite(ALL)));
    uses.put(
        "concordance",
        archive ->
            archive.statistics().concordance(NUMBER, ConcordanceRequest.by(ConcordanceOrder.DATE)));
    uses.put(
        "timeline",
        archive -> archive.statistics().timeline(ALL, TimelineRequest.of(TimeStep.MONTH)));
    uses.put(
        "keywords",
        archive -> archive.statistics().keywords(NUMBER, KeywordsRequest.againstAllOthers()));
    uses.put(
        "words of quotations", archive -> archive.statistics().words(ALL, WordListRequest.of(2)));
    uses.put(
        "collocates",
        archive ->
            archive.statistics().collocates(ALL, CollocatesRequest.of(Query.words("number"))));
    uses.put(
        "dispersion",
        archive ->
            archive
                .statistics()
                .dispersion(
                    ALL, new DispersionRequest(Query.words("number"), new CorpusParts.Articles())));
    uses.put("table", archive -> archive.statistics().table(ALL, TABLE));
    uses.put("pivot", archive -> archive.statistics().pivot(ALL, TABLE));
    uses.put("network", archive -> archive.statistics().network(ALL, 10));
    uses.put("sample", archive -> archive.statistics().sample(ALL, 3, 1));
    uses.put("wordings", archive -> archive.statistics().wordings(ALL, WordingsRequest.repeated()));
    uses.put("variants", archive -> archive.statistics().variants("a3#1", 0.1, 10));
  }

  /** Everything that changes an archive, and what a writer alone does. */
  static Map<String, Use> writing(Path backup) {
    Map<String, Use> uses = new LinkedHashMap<>();
    Article article = Article.builder("a3", "“It is new,” said Bo Dahl.").build();
    uses.put("add", archive -> done(() -> archive.add(article)));
    uses.put("delete", archive -> archive.delete("a4"));
    uses.put("delete what a query finds", archive -> archive.delete(Query.parse("7")));
    uses.put("refresh", archive -> done(archive::refresh));
    uses.put("search for what was added", archive -> archive.search(ALL));
    uses.put("reextract", archive -> archive.reextract(AddObserver.NONE));
    uses.put("commit", archive -> done(archive::commit));
    uses.put("verify what was committed", archive -> archive.verify());
    uses.put("back up what was committed", archive -> archive.backUp(backup));
    uses.put("close", archive -> done(archive::close));
    return uses;
  }

  /** Whether the archive in a folder is sound. */
  static boolean isSound(Path folder) throws IOException {
    Verification report = Archive.verify(folder);
    return report.isSound();
  }

  private static Object list(Stream<?> results) {
    try (results) {
      return results.toList();
    }
  }

  /** Something that is done. */
  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  private static Object done(Step step) throws IOException {
    step.run();
    return "done";
  }
}
