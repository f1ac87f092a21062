package onrecord.search;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import onrecord.query.DateLevel;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.FacetCounts;
import onrecord.query.FacetRequest;
import onrecord.schema.DateNumber;
import org.jspecify.annotations.Nullable;

/** Counts quotations, and the articles that contain them, by date. Not thread-safe. */
final class DateTallies {

  private final FacetRequest.Dates request;
  private final Count all = new Count();
  private final Map<Integer, Count> counts =
      new TreeMap<>(Comparator.comparingLong(DateTallies::unknownLast));
  // The date last counted, which is often that of the next quotation as well.
  private int lastNumber = -1;
  private @Nullable Count last;

  /** The numbers of quotations and articles. */
  private static final class Count {
    private int quotations;
    private int articles;
    private int lastArticle = -1;

    void add(int article) {
      quotations++;
      if (article != lastArticle) {
        lastArticle = article;
        articles++;
      }
    }
  }

  DateTallies(FacetRequest.Dates request) {
    this.request = request;
  }

  /** Counts a quotation by the number of its date; those of an article must be consecutive. */
  void count(int number, int article) {
    if (number != lastNumber) {
      lastNumber = number;
      last =
          isWithin(number)
              ? counts.computeIfAbsent(roundedDown(number), date -> new Count())
              : null;
    }
    if (last != null) {
      last.add(article);
      all.add(article);
    }
  }

  FacetCounts result() {
    Stream<FacetCount> values =
        counts.entrySet().stream()
            .map(entry ->
                new FacetCount(
                    name(entry.getKey()), entry.getValue().quotations, entry.getValue().articles));
    return new FacetCounts(request, all.quotations, all.articles, counts.size(), values.toList());
  }

  private static long unknownLast(int number) {
    return number == DateNumber.UNKNOWN ? Long.MAX_VALUE : number;
  }

  private boolean isWithin(int number) {
    return request.within().isEmpty()
        || (number >= DateNumber.of(request.within().get())
            && number <= DateNumber.last(request.within().get()));
  }

  private int roundedDown(int number) {
    DateLevel level = request.level();
    return switch (level) {
      case YEAR -> DateNumber.year(number);
      case MONTH -> DateNumber.month(number);
      case DAY -> number;
    };
  }

  private static String name(int number) {
    return number == DateNumber.UNKNOWN ? Facet.UNKNOWN : DateNumber.toDate(number).toString();
  }
}
