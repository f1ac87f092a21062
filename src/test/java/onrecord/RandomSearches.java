package onrecord;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import onrecord.model.QuotationKind;
import onrecord.model.SpeakerType;
import onrecord.query.DateLevel;
import onrecord.query.DateRange;
import onrecord.query.Facet;
import onrecord.query.FacetRequest;
import onrecord.query.Query;
import onrecord.query.Query.Match;
import onrecord.query.Search;
import onrecord.query.SortOrder;

/** Searches over {@link RandomArticles}. */
final class RandomSearches {

  private final Random random;
  private final RandomArticles articles;

  RandomSearches(Random random) {
    this.random = random;
    this.articles = new RandomArticles(random);
  }

  Search next() {
    Search.Builder search =
        Search.builder(query(3))
            .sort(some(List.of(SortOrder.values())))
            .pageSize(some(List.of(0, 1, 5, 1000)))
            .highlight(random.nextBoolean())
            .indirect(random.nextBoolean());
    for (Facet facet : Facet.values()) {
      if (random.nextInt(2) == 0) {
        search.facet(request(facet));
      }
      if (random.nextInt(6) == 0) {
        IntStream.rangeClosed(0, random.nextInt(3))
            .forEach(i -> search.filter(facet, value(facet)));
      }
    }
    return search.build();
  }

  private FacetRequest request(Facet facet) {
    if (!facet.isDate()) {
      return FacetRequest.top(facet, 1 + random.nextInt(5));
    }
    DateLevel level = some(List.of(DateLevel.values()));
    return random.nextBoolean()
        ? FacetRequest.by(facet, level)
        : FacetRequest.by(facet, level, articles.partialDate());
  }

  private String value(Facet facet) {
    if (facet != Facet.KIND && random.nextInt(4) == 0) {
      return facet == Facet.SPEAKER_TYPE ? "UNKNOWN" : Facet.UNKNOWN;
    }
    return switch (facet) {
      case SPEAKER -> speaker();
      case SPEAKER_TYPE -> some(List.of(SpeakerType.values())).name();
      case OUTLET -> some(RandomArticles.OUTLETS);
      case SECTION -> some(RandomArticles.SECTIONS);
      case KIND -> some(List.of(QuotationKind.values())).name();
      case PUBLISHED, SAID -> articles.partialDate().toString();
    };
  }

  Query query(int depth) {
    return switch (random.nextInt(depth > 0 ? 19 : 14)) {
      case 0, 1 -> Query.all();
      case 2, 3 -> new Query.Words(words(1 + random.nextInt(3)), some(List.of(Match.values())));
      case 4 -> Query.phrase(words(1 + random.nextInt(3)));
      case 5 -> Query.phrase(differentWords(2 + random.nextInt(2)), random.nextInt(5));
      case 6 -> Query.speaker(speaker());
      case 7 -> Query.speakerWords(some(List.of("QUILL", "boris", "quill ada", "board")));
      case 8 -> Query.speakerType(some(List.of(SpeakerType.values())));
      case 9 -> Query.outlet(value(Facet.OUTLET));
      case 10 -> Query.section(value(Facet.SECTION));
      case 11 -> Query.kind(some(List.of(QuotationKind.values())));
      case 12 -> random.nextBoolean() ? Query.published(range()) : Query.said(range());
      case 13 -> Query.article("a" + random.nextInt(RandomArticles.IDS));
      case 14, 15 -> new Query.And(queries(depth));
      case 16, 17 -> new Query.Or(queries(depth));
      default -> query(depth - 1).not();
    };
  }

  private List<Query> queries(int depth) {
    return IntStream.rangeClosed(0, random.nextInt(3)).mapToObj(i -> query(depth - 1)).toList();
  }

  private DateRange range() {
    var a = articles.partialDate();
    var b = articles.partialDate();
    return switch (random.nextInt(4)) {
      case 0 -> DateRange.of(a);
      case 1 -> DateRange.from(a);
      case 2 -> DateRange.to(a);
      default -> b.last().isBefore(a.first()) ? DateRange.between(b, a) : DateRange.between(a, b);
    };
  }

  private String words(int count) {
    return String.join(
        " ", IntStream.range(0, count).mapToObj(i -> some(some(RandomArticles.WORDS))).toList());
  }

  private String differentWords(int count) {
    List<List<String>> groups = new ArrayList<>(RandomArticles.WORDS);
    Collections.shuffle(groups, random);
    return String.join(" ", groups.stream().limit(count).map(this::some).toList());
  }

  private String speaker() {
    return some(RandomArticles.SPEAKERS).name();
  }

  private <T> T some(List<T> list) {
    return articles.some(list);
  }
}
