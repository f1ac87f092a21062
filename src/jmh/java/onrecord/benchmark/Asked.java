package onrecord.benchmark;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import onrecord.query.DateLevel;
import onrecord.query.DateRange;
import onrecord.query.Facet;
import onrecord.query.FacetRequest;
import onrecord.query.Query;
import onrecord.query.Search;

/**
 * A search in the form of each side. Immutable.
 *
 * @param name what is searched
 * @param query what an archive finds
 * @param byHand what the index written by hand finds
 * @param sqlite what SQLite finds
 */
record Asked(
    String name, Query query, org.apache.lucene.search.Query byHand, Sqlite.Condition sqlite) {

  /** The facets that are counted; the last is that of years. */
  static final List<String> FACETS = List.of("speaker", "outlet", "section", "year");

  private static final String RARE = "rare word";
  private static final int RARE_RANK = 9_000;
  private static final int SELECTIVE = 20;

  /** {@return all searches that are compared} */
  static List<Asked> all() {
    String common = MadeArticles.word(40);
    String first = MadeArticles.word(0);
    String second = MadeArticles.word(1);
    String start = MadeArticles.word(40).substring(0, 4);
    String speaker = MadeArticles.speaker(3);
    return List.of(
        new Asked("all", Query.all(), HandSearcher.all(), Sqlite.Condition.NONE),
        ofWord("common word", common),
        ofWord(RARE, MadeArticles.word(RARE_RANK)),
        new Asked(
            "phrase",
            Query.phrase(first + " " + second),
            HandSearcher.phrase(first, second),
            Sqlite.Condition.quoted("\"" + first + " " + second + "\"")),
        new Asked(
            "near",
            Query.near(first + " " + common, HandSearcher.GAPS),
            HandSearcher.near(first, common),
            Sqlite.Condition.quoted("NEAR(" + first + " " + common + ", 5)")),
        new Asked(
            "prefix",
            Query.wildcard(start + "*"),
            HandSearcher.prefix(start),
            Sqlite.Condition.quoted(start + "*")),
        new Asked(
            "speaker",
            Query.speaker(speaker),
            HandSearcher.speaker(speaker),
            new Sqlite.Condition("q.speaker = ?", Optional.of(speaker))),
        ofYear());
  }

  /** {@return the searches of {@link #all} that find at least one of a hundred quotations} */
  static List<Asked> broad() {
    return all().stream().filter(asked -> !asked.name().equals(RARE)).toList();
  }

  /** {@return searches that find about one of four thousand quotations each} */
  static List<Asked> selective() {
    return IntStream.range(RARE_RANK, RARE_RANK + SELECTIVE)
        .mapToObj(MadeArticles::word)
        .map(word -> ofWord(RARE, word))
        .toList();
  }

  private static Asked ofWord(String name, String word) {
    return new Asked(
        name,
        Query.words(word),
        HandSearcher.words(word),
        Sqlite.Condition.quoted("\"" + word + "\""));
  }

  private static Asked ofYear() {
    return new Asked(
        "published in a year",
        Query.published(DateRange.parse("2015")),
        HandSearcher.published(LocalDate.of(2015, 1, 1), LocalDate.of(2015, 12, 31)),
        new Sqlite.Condition("q.year = ?", Optional.of("2015")));
  }

  /**
   * {@return the search of an archive}
   *
   * @param facets how many facets are counted
   * @param page the number of hits that are read
   */
  Search search(int facets, int page) {
    // What is written by hand does not highlight.
    Search.Builder search = Search.builder(query).highlight(false).pageSize(page);
    for (String name : FACETS.subList(0, facets)) {
      search.facet(
          name.equals("year")
              ? FacetRequest.by(Facet.PUBLISHED, DateLevel.YEAR)
              : FacetRequest.top(Facet.Standard.valueOf(name.toUpperCase(Locale.ROOT)), 10));
    }
    return search.build();
  }
}
